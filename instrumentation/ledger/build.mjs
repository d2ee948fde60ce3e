import { build } from 'esbuild';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// The ledger and each of its threads load a handful of files instead of hundreds: half of a start went into finding them.
// Types are tsc's, see the build script.
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const THREADS = [
  'anomalies/worker',
  'bills/thread/worker',
  'closes/closesThread',
  'exports/exportThread',
  'questions/worker',
  'store/checkProcess',
  'store/checkpointThread',
  'store/worker',
];

/**
 * Threads are started from beside the source that starts them, wherever the bundle puts that: two folders below dist. And of
 * zod comes what is used.
 */
const ownSource = {
  name: 'own-source',
  setup(plugins) {
    plugins.onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, ({ path: file }) => {
      // The same by another name: of a namespace, what nobody uses is left out, and need not be evaluated by each thread.
      const source = readFileSync(file, 'utf8').replace(`import { z } from 'zod';`, `import * as z from 'zod';`);
      const built = path.relative(here('src'), file).replaceAll(path.sep, '/').replace(/ts$/, 'js');
      const url = `new URL(${JSON.stringify(`../${built}`)}, import.meta.url).href`;
      return { contents: source.replaceAll('import.meta.url', `(${url})`), loader: 'ts' };
    });
  },
};

/** Of the fifty languages that zod brings its messages in, the ledger speaks one. */
const oneLanguage = {
  name: 'one-language',
  setup(plugins) {
    plugins.onLoad({ filter: /zod[/\\]v4[/\\]locales[/\\]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};

/** Of prom-client comes what the ledger uses: the rest asks for HTTPS, processes and OpenTelemetry, an eighth of a start. */
const ownMetrics = {
  name: 'own-metrics',
  setup(plugins) {
    plugins.onLoad({ filter: /prom-client[/\\]index\.js$/ }, () => ({
      contents: `
        exports.Registry = require('./lib/registry');
        exports.Counter = require('./lib/counter');
        exports.Gauge = require('./lib/gauge');
        exports.Histogram = require('./lib/histogram');`,
      loader: 'js',
    }));
  },
};

/**
 * What Node brings is required: who imports it has Node read all that it exports, and of `node:http` and `node:crypto` that
 * loads a WebSocket client and WebCrypto, in every thread: a third of what the first takes to be loaded, for nothing.
 */
const builtinsRequired = {
  name: 'builtins-required',
  setup(plugins) {
    plugins.onResolve({ filter: /^node:/ }, ({ path: name, kind }) =>
      kind === 'import-statement' ? { path: name, namespace: 'builtin' } : { path: name, external: true }
    );
    plugins.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path: name }) => ({
      contents: `module.exports = require(${JSON.stringify(name)});`,
      loader: 'js',
    }));
  },
};

rmSync(here('dist'), { recursive: true, force: true });
const options = {
  outbase: here('src'),
  outdir: here('dist'),
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  // The library has a bundle of its own; the others are needed by few, and loaded when they are.
  external: ['@ai-finops/*', 'hyparquet', 'hyparquet-compressors', 'ical-generator', 'jose', 'nodemailer'],
  platform: 'node',
  format: 'esm',
  target: 'node24',
  // Some packages are CommonJS, and ask for what Node brings.
  banner: { js: "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);" },
  plugins: [ownSource, oneLanguage, ownMetrics, builtinsRequired],
  logLevel: 'warning',
  metafile: true,
};
const source = (name) => here(`src/${name}.ts`);
const built = await Promise.all([
  build({ ...options, entryPoints: ['cli/main', 'analysis/index'].map(source), splitting: true }),
  ...THREADS.map((name) => build({ ...options, entryPoints: [source(name)] })),
]);

// What of others is in the bundle comes with its licence.
const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
const packages = new Set(inputs.flatMap((input) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []));
const licences = [...packages].sort().map((folder) => {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const text = file === undefined ? license : readFileSync(path.join(folder, file), 'utf8');
  return `${name} ${version}\n\n${text.trim()}\n`;
});
writeFileSync(here('dist/LICENSES.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`));
