import { ESLint } from 'eslint';
import { report } from './gate.ts';

/** Type-aware rules, by typescript-eslint; nothing can be switched off in a file. */
const eslint = new ESLint({ cache: true, cacheLocation: 'node_modules/.cache/eslint/' });
const results = await eslint.lintFiles(['src', 'test']);
const problems = results.flatMap((result) =>
  result.messages.map(
    (message) =>
      `${result.filePath}:${message.line}:${message.column} ${message.ruleId ?? 'parser'} ${message.message}`,
  ),
);
report('lint', { saw: results.length, problems });
