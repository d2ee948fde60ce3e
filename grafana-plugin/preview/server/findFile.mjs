import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';

const require = createRequire(import.meta.url);
const packageFile = (name, path) => join(dirname(require.resolve(`${name}/package.json`)), path);
const FONTS = {
  'inter/Inter-Regular.woff2': () => packageFile('@fontsource/inter', 'files/inter-latin-400-normal.woff2'),
  'inter/Inter-Medium.woff2': () => packageFile('@fontsource/inter', 'files/inter-latin-500-normal.woff2'),
};
const mono = () => packageFile('@fontsource/roboto-mono', 'files/roboto-mono-latin-400-normal.woff2');
/** Grafana's own images stand where it serves them; the package keeps them elsewhere. */
const images = () => packageFile('@grafana/ui', 'dist/public/img');

/** Which file on disk stands behind a public path. */
export function findFile(path, here, dist) {
  const clean = normalize(decodeURIComponent(path)).replaceAll('\\', '/');
  const after = (prefix) => (clean.startsWith(prefix) ? clean.slice(prefix.length) : undefined);
  const host = after('/host/');
  const plugin = after('/public/plugins/aifinops-app/');
  const image = after('/public/build/img/') ?? after('/public/img/');
  const font = after('/public/fonts/');
  if (host !== undefined) {
    return join(here, 'dist', host);
  }
  if (plugin !== undefined) {
    return join(dist, plugin);
  }
  if (image !== undefined) {
    return join(images(), image);
  }
  return font === undefined ? undefined : (FONTS[font] ?? mono)();
}
