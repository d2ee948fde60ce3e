import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname } from 'node:path';

const TYPES = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
/** Some of Grafana's icons are not in its packages: an empty one is drawn in their place. */
const NO_ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"></svg>';

/** Sends a file, 404 where there is none. */
export function sendFile(response, file) {
  const type = TYPES[extname(file ?? '')] ?? 'application/octet-stream';
  if (!file || !existsSync(file) || !statSync(file).isFile()) {
    const icon = type === TYPES['.svg'];
    response.writeHead(icon ? 200 : 404, { 'content-type': icon ? type : 'text/plain' });
    return response.end(icon ? NO_ICON : 'Not found');
  }
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
  return createReadStream(file).pipe(response);
}
