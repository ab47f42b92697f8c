/**
 * The borders of the house (house.md 3.2 as amended by decisions.md S1).
 *
 * Each `comment` is for the person who just broke the rule: why, and what to do instead.
 * Type imports count. Run by `test/house/gates/borders.ts`; planted faults prove each rule.
 */
const ANY_PACKAGE = 'node_modules';
const packages = (...names) => `node_modules/(${names.join('|')})(/|$)`;

/** Only the bench and the kernels' compiler need these, and their types are declared here. */
const OF_THE_BENCH = 'minisearch|flexsearch|@sqlite.org/sqlite-wasm|assemblyscript/asc';

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

export default {
  forbidden: [
    rule(
      'no-cycles',
      'Two files that need each other are one file, or need a third that both may know.',
      {},
      { circular: true },
    ),
    rule(
      'contract-is-bottom',
      'Everything depends on the contract, so it depends on nothing but TypeBox. Move behaviour to core.',
      { path: '^src/contract/' },
      { path: '^(src/(?!contract/)|test/)' },
    ),
    rule(
      'contract-knows-typebox-only',
      'The contract is loaded in every process: keep it to TypeBox.',
      { path: '^src/contract/' },
      { path: ANY_PACKAGE, pathNot: packages('typebox') },
    ),
    rule(
      'core-is-plain',
      'Core gives the same result anywhere: no process, no window, no database. Take a port.',
      { path: '^src/core/' },
      { path: '^(src/(main|preload|renderer|server)/|test/)' },
    ),
    rule(
      'core-knows-few-packages',
      'A package in core runs in every process and in simulation; write a decision note to add one.',
      { path: '^src/core/' },
      { path: ANY_PACKAGE, pathNot: packages('typebox', '@noble/ciphers', 'uuid') },
    ),
    rule(
      'core-has-no-platform',
      'Core has no I/O: take a port from core/ports.ts.',
      { path: '^src/core/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'main-stays-in-main',
      'Main is the shell on the desk: what the window or the centre does is theirs.',
      { path: '^src/main/' },
      { path: '^(src/(renderer|server|preload)/|src/core/search/|test/)' },
    ),
    rule(
      'preload-is-a-door',
      'Preload is sandboxed and tiny: contract names and electron only.',
      { path: '^src/preload/' },
      { path: '^(src/(?!contract/|preload/)|test/)' },
    ),
    rule(
      'preload-knows-electron-only',
      'Preload is sandboxed: it can load nothing but electron.',
      { path: '^src/preload/' },
      { path: ANY_PACKAGE, pathNot: packages('electron') },
    ),
    rule(
      'window-has-no-electron',
      'The window is sandboxed: ask main through renderer/data/platform.ts.',
      { path: '^src/renderer/' },
      { path: packages('electron', 'electron-vite') },
    ),
    rule(
      'window-has-no-node',
      'The window is sandboxed: Node is not there.',
      { path: '^src/renderer/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'window-stays-in-window',
      'The window knows contract and core/domain; search, sync and crypto run elsewhere.',
      { path: '^src/renderer/(?!worker/)' },
      { path: '^(src/(main|preload|server)/|src/core/(search|sync|crypto|codec)/|test/)' },
    ),
    rule(
      'feature-isolation',
      'Features never import features: the app composes them (app/compose.tsx).',
      { path: '^src/renderer/features/([^/]+)/' },
      { path: '^src/renderer/(features/(?!$1/)|app/|worker/)' },
    ),
    rule(
      'feature-door',
      'A feature is entered by its index.ts, so that its insides may change.',
      { path: '^src/renderer/app/' },
      { path: '^src/renderer/features/[^/]+/(?!index\\.ts)' },
    ),
    rule(
      'ui-knows-no-people',
      'ui holds controls that know nothing of the trade: pass words and numbers in.',
      { path: '^src/renderer/ui/' },
      { path: '^src/(renderer/(features|app|data|worker)/|core/)' },
    ),
    rule(
      'data-knows-no-screens',
      'data is the page’s side of the worker: screens come to it, not it to screens. Dates may be worded.',
      { path: '^src/renderer/data/' },
      { path: '^src/renderer/(features|app|ui/(?!dates\\.ts))/?' },
    ),
    rule(
      'only-the-worker-has-dexie',
      'The data worker is the sole owner of the cache: ask it by a query or command.',
      { path: '^src/', pathNot: '^src/renderer/worker/' },
      { path: packages('dexie') },
    ),
    rule(
      'worker-has-no-screens',
      'The data worker has no window: no React, no screens, no screen state.',
      { path: '^src/renderer/worker/' },
      {
        path: `^src/(main|preload|server)/|^src/renderer/(features|app|ui|data)/|${packages('react', 'react-dom', 'zustand', 'react-aria-components', 'recharts')}`,
      },
    ),
    rule(
      'centre-stays-at-the-centre',
      'The centre shares contract, domain rules, codec and data with the laptop; not its engine.',
      { path: '^src/server/' },
      { path: '^(src/(main|preload|renderer)/|src/core/(sync|search)/|test/)' },
    ),
    rule(
      'no-src-to-test',
      'What ships never needs what tests it.',
      { path: '^src/' },
      { path: '^test/' },
    ),
    rule(
      'no-test-to-test',
      'What two tests share is a builder or a suite.',
      { path: '^test/.*\\.test\\.tsx?$' },
      { path: '\\.(test|spec)\\.tsx?$' },
    ),
    rule(
      'no-unresolved',
      'This import leads nowhere.',
      { path: '^(src|test)/' },
      { couldNotResolve: true, pathNot: `\\?|\\.css$|^(${OF_THE_BENCH})` },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)out/|\\.module\\.css$' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default', 'node'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
