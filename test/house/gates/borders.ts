import { cruise } from 'dependency-cruiser';
import rules from '../borders.mjs';
import { report } from './gate.ts';

/** Who may import whom, type imports counted (test/house/borders.mjs). */
const { output } = await cruise(['src', 'test'], {
  ruleSet: { forbidden: rules.forbidden },
  validate: true,
  ...rules.options,
});
if (typeof output === 'string') throw new Error('dependency-cruiser gave text, not a result');
const problems = output.summary.violations.map(
  (violation) =>
    `${violation.rule.name}: ${violation.from} -> ${violation.to}\n  ${rules.forbidden.find((rule) => rule.name === violation.rule.name)?.comment ?? ''}`,
);
report('borders', { saw: output.summary.totalCruised, problems });
