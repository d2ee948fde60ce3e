import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const library = './instrumentation/library/src';
const ledger = './instrumentation/ledger/src';
const plugin = './grafana-plugin/src';

/** Within `root`, the folder `name` may import itself and the folders in `may`, nothing else of that root. */
const wall = (root, name, may, why) => ({
  target: `${root}/${name}/**/*`,
  from: root,
  except: [name, ...may].map((folder) => `./${folder}`),
  message: why,
});

const walls = [
  wall(library, 'contract', [], 'contract is what all ends agree on: it imports nothing'),
  wall(library, 'pricing', ['contract'], 'pricing is pure: only contract'),
  wall(library, 'attribution', ['contract'], 'attribution knows the contract, not how calls are captured or sent'),
  wall(library, 'capture', ['contract', 'attribution', 'pricing'], 'capture does not know where its exchanges go'),
  wall(
    library,
    'budget',
    ['contract', 'attribution', 'pricing', 'capture'],
    'a budget knows calls, not how they are sent'
  ),
  wall(library, 'quota', ['budget'], 'a quota is a purse beside budgets'),
  wall(library, 'middleware', ['attribution'], 'a middleware says what a request is for, nothing else'),
  wall(library, 'telemetry', ['contract', 'capture'], 'telemetry is for other tools: money takes another way'),
  wall(library, 'export', ['contract', 'attribution', 'pricing', 'capture'], 'export takes what capture hands over'),
  wall(ledger, 'analysis', [], 'analysis is pure: itself, contract and pricing'),
  wall(ledger, 'alerts', ['ownership', 'books', 'documents', 'analysis'], 'alerts are made of metrics and owners'),
  wall(ledger, 'intake', ['contract'], 'intake decodes; it neither stores nor serves'),
  wall(ledger, 'store', ['intake'], 'the store keeps what intake decoded'),
  wall(ledger, 'fields', ['store'], 'a field says what a value has to be'),
  wall(
    ledger,
    'records',
    ['store', 'fields', 'analysis'],
    'records know what is kept and the rules of it, not who asks'
  ),
  wall(ledger, 'questions', ['store', 'intake', 'books', 'analysis'], 'questions read what the store keeps'),
  wall(ledger, 'forecasts', ['store', 'questions', 'analysis', 'books'], 'forecasts ask and keep; they know no server'),
  wall(ledger, 'readings', ['ownership', 'store', 'intake', 'bills'], 'a reading is of elsewhere; it knows no server'),
  wall(
    ledger,
    'policy',
    ['store', 'questions', 'analysis', 'books', 'ownership'],
    'policy asks and keeps; it knows no server'
  ),
  wall(ledger, 'levers', ['questions', 'books'], 'levers are asked for and told of; they know no server'),
  wall(ledger, 'quotas', ['store', 'questions', 'books', 'ownership'], 'quotas ask and keep; they know no server'),
  wall(ledger, 'exports', ['store', 'books'], 'an export reads the books; it knows no server'),
  wall(plugin, 'queries', [], 'a query is a pure function of its arguments and the contract'),
  wall(plugin, 'choice', ['queries'], 'what a reader chose is plain data: it neither asks nor shows'),
  wall(plugin, 'data', ['queries', 'choice', 'settings'], 'data runs queries and returns plain rows; it shows nothing'),
  wall(plugin, 'components', ['data', 'queries', 'choice'], 'a component knows no page'),
  wall(
    plugin,
    'pages',
    ['data', 'queries', 'choice', 'components', 'settings'],
    'pages and panels never import each other'
  ),
  wall(
    plugin,
    'links',
    ['data', 'queries', 'choice', 'components'],
    'a link knows where pages are, not what is in them'
  ),
  wall(plugin, 'panels', ['data', 'queries', 'components'], 'pages and panels never import each other'),
  { target: `${library}/**/*`, from: ledger, message: 'the library never imports the ledger' },
  { target: './instrumentation/**/*', from: plugin, message: 'nothing imports the plugin' },
];

const pure = (files, allowed, message) => ({
  files,
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ regex: `^(?!\\.|${allowed})`, message }] }],
    'no-restricted-globals': ['error', 'process', 'fetch', 'window', 'document', 'console'],
  },
});

export default tseslint.config(
  {
    ignores: ['**/dist/', '**/.data/', 'grafana-plugin/.config/', 'test/fixtures/', '**/coverage/', '**/test-results/'],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  prettier,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs'] })],
    },
    languageOptions: { globals: globals.node },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: walls }],
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      eqeqeq: 'error',
      curly: 'error',
    },
  },
  pure([`${library}/contract/**/*.ts`.slice(2)], '(?!)', 'contract imports nothing'),
  pure([`${library}/pricing/**/*.ts`.slice(2)], '@pydantic/genai-prices', 'pricing is pure'),
  pure([`${ledger}/analysis/**/*.ts`.slice(2)], '@ai-finops/instrumentation/(contract|pricing)', 'analysis is pure'),
  pure([`${ledger}/alerts/**/*.ts`.slice(2)], '@ai-finops/instrumentation/(contract|pricing)', 'alerts are pure'),
  pure([`${plugin}/queries/**/*.ts`.slice(2)], '@ai-finops/instrumentation/contract', 'queries are pure'),
  pure([`${plugin}/choice/**/*.ts`.slice(2)], '(?!)', 'a choice is pure'),
  {
    files: ['grafana-plugin/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['**/*.config.{js,ts,mjs}', '**/.prettierrc.js'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    // Programs that talk to a terminal.
    files: [
      'provisioning/embedded/**',
      'provisioning/docker/**',
      'test/**',
      'grafana-plugin/preview/*.mjs',
      'instrumentation/ledger/src/cli/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.cjs', 'grafana-plugin/jest.config.js'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  }
);
