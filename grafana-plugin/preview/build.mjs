import { build } from 'esbuild';
import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

// Bundles the host page into preview/dist. The plugin itself is not part of it: it is loaded as built.
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const runtime = dirname(require.resolve('@grafana/runtime/package.json'));
const started = Date.now();

await build({
  entryPoints: { host: join(here, 'host/main.tsx') },
  outdir: join(here, 'dist'),
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  target: 'es2022',
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
  jsx: 'automatic',
  tsconfigRaw: { compilerOptions: { jsx: 'react-jsx' } },
  resolveExtensions: ['.tsx', '.ts', '.mjs', '.js', '.json'],
  // `define` would make UMD libraries inside register themselves with SystemJS.
  define: { 'process.env.NODE_ENV': '"production"', define: 'undefined', global: 'window' },
  loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff2': 'file', '.ttf': 'file' },
  // Setters that Grafana's core uses and the npm package does not export: the same module instances.
  alias: { 'runtime-internal': join(runtime, 'dist/esm') },
});
const system = dirname(require.resolve('systemjs/package.json'));
copyFileSync(join(system, 'dist/system.min.js'), join(here, 'dist/system.js'));
copyFileSync(join(system, 'dist/extras/amd.min.js'), join(here, 'dist/amd.js'));
console.log(`preview built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
