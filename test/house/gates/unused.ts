import { projectFiles, report, tool } from './gate.ts';

/** Dead files, exports and dependencies, by knip. */
const run = tool('knip', ['--no-progress']);
const saw = projectFiles(/\.tsx?$/).length;
report('unused', { saw, problems: run.code === 0 ? [] : [run.text] });
