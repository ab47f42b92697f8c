import { type Range, runRange } from './run-seeds.ts';

/** Runs ranges of seeds for `crew.ts`, in a process of its own. */
process.on('message', (range: Range) => {
  void runRange(range).then((report) => process.send?.(report));
});
process.on('disconnect', () => process.exit(0));
