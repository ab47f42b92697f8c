import { projectFiles, report, tool } from './gate.ts';

/** The compiler: one project a process, so that a border broken is an error (house.md 0.3). */
const run = tool('tsc', ['-b', '--pretty', 'false']);
const problems = run.text.split('\n').filter((line) => line.includes('error TS'));
const saw = projectFiles(/^(src|test)\/.*\.tsx?$/).length;
report('types', {
  saw,
  problems: run.code === 0 ? [] : problems.length > 0 ? problems : [run.text],
});
