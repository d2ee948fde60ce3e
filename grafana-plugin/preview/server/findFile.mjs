import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';

const require = createRequire(import.meta.url);
const inPackage = (name, path) => join(dirname(require.resolve(`${name}/package.json`)), path);
const inter = (weight) => inPackage('@fontsource/inter', `files/inter-latin-${weight}-normal.woff2`);
const mono = () => inPackage('@fontsource/roboto-mono', 'files/roboto-mono-latin-400-normal.woff2');

/** The file behind a public path; undefined where there is none. Images and fonts come from Grafana's packages. */
export function findFile(path, here, dist) {
  const folders = [
    ['/host/', (rest) => join(here, 'dist', rest)],
    ['/public/plugins/aifinops-app/', (rest) => join(dist, rest)],
    ['/public/build/img/', (rest) => inPackage('@grafana/ui', `dist/public/img/${rest}`)],
    ['/public/fonts/inter/', (rest) => inter(rest.includes('Medium') ? 500 : 400)],
    ['/public/fonts/', mono],
  ];
  const clean = normalize(decodeURIComponent(path));
  const [prefix, locate] = folders.find(([start]) => clean.startsWith(start)) ?? [];
  const file = locate?.(clean.slice(prefix.length));
  return file && existsSync(file) && statSync(file).isFile() ? file : undefined;
}
