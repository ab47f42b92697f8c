import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const says = (selector, message) => ({ selector, message });

const NO_HTML_SINKS = [
  says(
    'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    'Render text. If HTML must ever be shown, write a decision note first.',
  ),
  says('JSXAttribute[name.name="style"]', 'The policy forbids inline style: use a CSS Module.'),
  says(
    'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
    'Render text. If HTML must ever be shown, write a decision note first.',
  ),
];

const NO_CLOCK_OR_CHANCE = [
  says(
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'Core has no clock: take a `Clock` port.',
  ),
  says(
    'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    'Core has no clock: take a `Clock` port.',
  ),
  says(
    'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    'Core has no chance: take a `Random` port.',
  ),
];

/** Type-aware rules only: what Biome and the compiler cannot see (decision T2). */
export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'out/',
      'src/contract/generated/',
      'test/skew/frozen/',
      '**/*.mjs',
      '*.js',
    ],
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'test/**/*.ts', 'test/**/*.tsx'],
    plugins: { '@typescript-eslint': tseslint.plugin, 'react-hooks': hooks },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-eval': 'error',
    },
  },
  {
    files: ['src/renderer/**/*.ts', 'src/renderer/**/*.tsx'],
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', ...NO_HTML_SINKS],
    },
  },
  {
    files: ['src/renderer/features/**', 'src/renderer/ui/**', 'src/renderer/app/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'swt', message: 'Ask through renderer/data/platform.ts.' },
        { name: 'indexedDB', message: 'Only the data worker owns the cache.' },
        { name: 'fetch', message: 'The page has no network: main fetches.' },
      ],
    },
  },
  {
    files: ['src/core/**'],
    rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK_OR_CHANCE] },
  },
  {
    files: ['src/main/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Only Electron’s net.fetch knows proxies and the trust store.' },
      ],
    },
  },
  {
    files: ['src/core/data/**'],
    rules: { 'max-lines': 'off' },
  },
);
