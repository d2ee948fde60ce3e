import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAnnotations } from './server/annotations.mjs';
import { answerDsQuery } from './server/answerDsQuery.mjs';
import { createPlugins } from './server/createPlugins.mjs';
import { findFile } from './server/findFile.mjs';
import { indexPage } from './server/indexPage.mjs';
import { passOn } from './server/passOn.mjs';
import { sendFile } from './server/sendFile.mjs';

/*
 * Stands in for a Grafana server where none is installed: serves the BUILT plugin, a host page that loads it as Grafana
 * does, and the few endpoints it asks. PORT, PROMETHEUS_URL, LEDGER_API_URL, LEDGER_TOKEN, DATA_DIR from the environment.
 */
const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, '../dist');
const port = Number(process.env.PORT ?? 3000);
const prometheusUrl = process.env.PROMETHEUS_URL ?? 'http://127.0.0.1:9090';
const ledgerUrl = process.env.LEDGER_API_URL ?? 'http://127.0.0.1:4321';
const dataDir = process.env.DATA_DIR ?? join(here, '../../.data/preview');

const fail = (words) => {
  console.error(words);
  process.exit(1);
};
if (!existsSync(join(dist, 'plugin.json'))) {
  fail('The plugin is not built: run `npm run build -w aifinops-app` first.');
}
if (!existsSync(join(here, 'dist/host.js'))) {
  fail('The preview is not built: run `npm run preview:build -w aifinops-app` first.');
}
const plugins = createPlugins(dist, dataDir, ledgerUrl);
const annotations = createAnnotations(join(dataDir, 'annotations.json'));

/** Endpoints that answer JSON, by method and path. */
const api = [
  ['GET', /^\/api\/health$/, () => ({ database: 'ok', version: 'preview' })],
  ['POST', /^\/api\/ds\/query$/, ({ body }) => answerDsQuery(prometheusUrl, body)],
  ['GET', /^\/api\/annotations$/, ({ url }) => annotations.list(url.searchParams)],
  ['POST', /^\/api\/annotations$/, ({ body }) => annotations.add(body)],
  ['PATCH', /^\/api\/annotations\/(\d+)$/, ({ body, match }) => annotations.change(Number(match[1]), body)],
  ['DELETE', /^\/api\/annotations\/(\d+)$/, ({ match }) => annotations.remove(Number(match[1]))],
  ['GET', /^\/api\/plugins\/([\w-]+)\/settings$/, ({ match }) => plugins.meta(match[1])],
  ['POST', /^\/api\/plugins\/([\w-]+)\/settings$/, ({ body }) => plugins.saveSettings(body)],
];

async function handle(request, response) {
  const url = new URL(request.url ?? '/', 'http://preview');
  const path = url.pathname;
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks);
  const proxied = /^\/api\/datasources\/proxy\/uid\/[^/]+\/(.*)$/.exec(path);
  if (proxied) {
    return passOn(request, response, `${prometheusUrl}/${proxied[1]}${url.search}`, text, {});
  }
  const routed = /^\/api\/plugin-proxy\/aifinops-app\/ledger\/(.*)$/.exec(path);
  if (routed && (request.method === 'GET' || request.method === 'POST')) {
    return passOn(request, response, `${ledgerUrl}/api/v1/${routed[1]}${url.search}`, text, {
      'x-grafana-context': JSON.stringify({ Login: 'preview', OrgRole: 'Admin' }),
      ...(process.env.LEDGER_TOKEN && { authorization: `Bearer ${process.env.LEDGER_TOKEN}` }),
    });
  }
  if (path.startsWith('/api/')) {
    const found = api.find(([method, pattern]) => method === request.method && pattern.test(path));
    const match = found?.[1].exec(path);
    const answer = found
      ? await found[2]({ url, match, body: text.length > 0 ? JSON.parse(text.toString()) : undefined })
      : undefined;
    const status = answer === undefined ? 404 : (answer.status ?? 200);
    response.writeHead(status, { 'content-type': 'application/json' });
    return response.end(JSON.stringify(answer?.status ? answer.body : (answer ?? { message: 'Not found' })));
  }
  if (path.startsWith('/public/') || path.startsWith('/host/')) {
    return sendFile(response, findFile(path, here, dist));
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  return response.end(indexPage(plugins, url.searchParams.get('theme') === 'light' ? 'light' : 'dark'));
}

const server = createServer((request, response) => {
  handle(request, response).catch((error) => {
    console.error(`${request.method} ${request.url}: ${error.message}`);
    response.writeHead(500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ message: error.message }));
  });
});
server.on('error', (error) =>
  fail(error.code === 'EADDRINUSE' ? `Port ${port} is taken: set PORT to a free one.` : error.message)
);
server.listen(port, '127.0.0.1', () => console.log(`preview http://127.0.0.1:${port}`));
