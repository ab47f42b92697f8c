import { spawnSync } from 'node:child_process';

/** What a gate found. */
export interface GateResult {
  readonly saw: number;
  readonly problems: readonly string[];
}

/**
 * Prints what a gate saw and ends the process.
 *
 * Fails on a problem, and on having seen nothing: a blind checker says yes to everything
 * (house.md 0.2).
 */
export function report(name: string, result: GateResult): never {
  for (const problem of result.problems) console.error(problem);
  const blind = result.saw === 0;
  const verdict = blind
    ? 'saw nothing, so it proves nothing'
    : result.problems.length === 0
      ? 'ok'
      : `${result.problems.length} problems`;
  console.log(`gate ${name}: saw ${result.saw} files, ${verdict}`);
  process.exit(blind || result.problems.length > 0 ? 1 : 0);
}

/** Runs a tool of the project and returns its output; never throws on its exit code. */
export function tool(name: string, args: readonly string[]): { code: number; text: string } {
  const run = spawnSync(`node_modules/.bin/${name}`, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: run.status ?? 1, text: `${run.stdout ?? ''}${run.stderr ?? ''}` };
}

/** Lists the files git knows or would add, by ending. */
export function projectFiles(pattern: RegExp): readonly string[] {
  const run = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return (run.stdout ?? '').split('\n').filter((file) => pattern.test(file));
}
