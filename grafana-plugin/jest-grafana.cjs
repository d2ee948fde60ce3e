const { build } = require('esbuild');
const { existsSync, mkdirSync, statSync, writeFileSync } = require('fs');
const path = require('path');

/*
 * Grafana's libraries as one file: read one by one by Jest, their thousands of modules took each file of tests two to three
 * seconds. What the app imports itself, too, stays outside or is handed out by the same file, so that there is one of each.
 */
const NAMES = ['@emotion/css', '@grafana/data', '@grafana/runtime', '@grafana/ui'];
const OUTSIDE = ['react', 'react-dom', 'react-router', 'rxjs', 'monaco-editor', 'moment-timezone'];
const folder = path.join(__dirname, '../.data/jest-grafana');
const bundle = path.join(folder, 'all.js');
const handOut = (name) => path.join(folder, `${name.replace(/\W+/g, '-')}.js`);

module.exports = async () => {
  const lock = path.join(__dirname, '../package-lock.json');
  const changed = Math.max(...[lock, __filename].map((file) => statSync(file).mtimeMs));
  if (existsSync(bundle) && statSync(bundle).mtimeMs > changed) {
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const name of NAMES) {
    writeFileSync(handOut(name), `module.exports = require('./all.js')[${JSON.stringify(name)}];\n`);
  }
  await build({
    stdin: {
      contents: NAMES.map((name) => `export * as ${JSON.stringify(name)} from ${JSON.stringify(name)};`).join('\n'),
      resolveDir: __dirname,
    },
    outfile: bundle,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: OUTSIDE.flatMap((name) => [name, `${name}/*`]),
    alias: { 'react-inlinesvg': path.join(__dirname, '.config/jest/mocks/react-inlinesvg.tsx') },
    supported: { 'dynamic-import': false },
    define: { 'process.env.NODE_ENV': '"test"', global: 'globalThis' },
    loader: { '.svg': 'empty', '.png': 'empty', '.css': 'empty', '.scss': 'empty', '.woff2': 'empty', '.ttf': 'empty' },
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'warning',
  });
};
module.exports.moduleNameMapper = Object.fromEntries(NAMES.map((name) => [`^${name}$`, handOut(name)]));
module.exports.folder = folder;
