import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

/*
 * An OTLP endpoint that takes everything and counts bytes by the first segment of the path. GET /stats tells and resets.
 */
interface Stats {
  requests: number;
  wireBytes: number;
  rawBytes: number;
}
const stats = new Map<string, Stats>();

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (request.url === '/stats') {
      response.end(JSON.stringify(Object.fromEntries(stats)));
      stats.clear();
      return;
    }
    const body = Buffer.concat(chunks);
    const name = (request.url ?? '').split('/')[1] ?? '';
    const seen = stats.get(name) ?? { requests: 0, wireBytes: 0, rawBytes: 0 };
    seen.requests += 1;
    seen.wireBytes += body.length;
    seen.rawBytes += request.headers['content-encoding'] === 'gzip' ? gunzipSync(body).length : body.length;
    stats.set(name, seen);
    response.writeHead(200, { 'content-type': request.headers['content-type'] ?? 'text/plain' }).end();
  });
});
server.listen(Number(process.env['SINK_PORT'] ?? 0), '127.0.0.1');
