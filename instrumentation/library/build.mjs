import { build } from 'esbuild';
import { copyFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { slimPrices } from './slimPrices.mjs';

// A service loads the package at its start: a handful of files instead of two hundred saves it most of that time.
// Types are tsc's, see the build script.
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

rmSync(here('dist'), { recursive: true, force: true });
await build({
  entryPoints: ['index', 'register', 'middleware/index', 'contract/index', 'pricing/index'].map((name) =>
    here(`src/${name}.ts`)
  ),
  outbase: here('src'),
  outdir: here('dist'),
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  external: ['@opentelemetry/*'],
  plugins: [slimPrices],
  platform: 'node',
  format: 'esm',
  target: 'node22.12',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
});
// The price catalogue is in the bundle: so must its licence be.
copyFileSync(
  createRequire(import.meta.url)
    .resolve('@pydantic/genai-prices')
    .replace(/dist[/\\][^/\\]+$/, 'LICENSE'),
  here('dist/pricing/genai-prices.LICENSE')
);
