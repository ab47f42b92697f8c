import { report, tool } from './gate.ts';

/** Formatting and fast lint, by Biome (decision T2). Warnings count. */
const run = tool('biome', ['check', '--error-on-warnings', '--max-diagnostics=40']);
const saw = Number(/Checked (\d+) files/.exec(run.text)?.[1] ?? 0);
report('format', { saw, problems: run.code === 0 ? [] : [run.text] });
