import { build } from 'esbuild';
import { copyFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { slimPrices } from './slimPrices.mjs';

// A service loads the package at its start: a handful of files instead of two hundred saves it most of that time.
// Types are tsc's, see the build script.
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

rmSync(here('dist'), { recursive: true, force: true });
const options = {
  outbase: here('src'),
  outdir: here('dist'),
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  external: ['@opentelemetry/*'],
  platform: 'node',
  format: 'esm',
  target: 'node22.12',
  minify: true,
  logLevel: 'warning',
};
const entries = (...names) => names.map((name) => here(`src/${name}.ts`));
/** Prices come later, and from their own bundle, at `path` from that of who asks. */
const pricesLater = (path) => ({
  name: 'prices-later',
  setup(plugins) {
    plugins.onResolve({ filter: /\/pricing\/index\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined
    );
  },
});
/** `register` starts the instrumentation of the file that services with code of their own load, too. */
const startsIndex = {
  name: 'starts-index',
  setup(plugins) {
    plugins.onResolve({ filter: /\/instrument\.ts$/ }, () => ({ path: './index.cjs', external: true }));
  },
};
// What a service starts with is one file and a line; the others share what is constant with it by copies, and what changes by
// the global symbols that two copies of the package share it by.
await build({ ...options, entryPoints: entries('index', 'register'), plugins: [pricesLater('../pricing/index.js')] });
await build({
  ...options,
  entryPoints: entries('middleware/index', 'contract/index', 'pricing/index'),
  plugins: [slimPrices],
});
// A service of CommonJS modules gets its own: the first ES module that it required would cost it the ES module loader.
const required = {
  ...options,
  format: 'cjs',
  splitting: false,
  outExtension: { '.js': '.cjs' },
  supported: { 'dynamic-import': false },
};
/** Each of two hundred sources asks for what it imports: to look for the same 30 times was a sixth of loading the file. */
const lookedForOnce = `"use strict";require=((first,found)=>name=>found[name]??=first(name))(require,{});`;
await build({
  ...required,
  entryPoints: entries('index'),
  plugins: [pricesLater('./pricing/index.cjs')],
  banner: { js: lookedForOnce },
});
await build({ ...required, entryPoints: entries('register'), plugins: [startsIndex] });
await build({
  ...required,
  entryPoints: entries('middleware/index', 'contract/index', 'pricing/index'),
  plugins: [slimPrices],
});
// The price catalogue is in the bundle: so must its licence be.
copyFileSync(
  createRequire(import.meta.url)
    .resolve('@pydantic/genai-prices')
    .replace(/dist[/\\][^/\\]+$/, 'LICENSE'),
  here('dist/pricing/genai-prices.LICENSE')
);
