import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAnnotations } from './server/annotations.mjs';
import { answerDsQuery } from './server/answerDsQuery.mjs';
import { createPlugins } from './server/createPlugins.mjs';
import { findFile } from './server/findFile.mjs';
import { indexPage } from './server/indexPage.mjs';
import { passOn } from './server/passOn.mjs';

// Stands in for a Grafana server where none is installed: serves the BUILT plugin, a host page that loads it as Grafana
// does, and the few endpoints it asks.
const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, '../dist');
const { env } = process;
const port = Number(env.PORT ?? 3000);
const prometheusUrl = env.PROMETHEUS_URL ?? 'http://127.0.0.1:9090';
const ledgerUrl = env.LEDGER_API_URL ?? 'http://127.0.0.1:4321';
const dataDir = env.DATA_DIR ?? join(here, '../../.data/preview');

const fail = (words) => {
  console.error(words);
  process.exit(1);
};
if (!existsSync(join(dist, 'plugin.json')) || !existsSync(join(here, 'dist/host.js'))) {
  fail('Not built yet: run `npm run build -w aifinops-app` and `npm run preview:build -w aifinops-app` first.');
}
mkdirSync(dataDir, { recursive: true });
const plugins = createPlugins(dist, dataDir, ledgerUrl);
const annotations = createAnnotations(join(dataDir, 'annotations.json'));
/** Everybody is an Admin; who they are, a proxy in front may say as it would to Grafana (`auth.proxy`). */
const ledgerHeaders = (login = 'preview') => ({
  'x-grafana-context': JSON.stringify({ Login: login, OrgRole: 'Admin' }),
  ...(env.LEDGER_TOKEN && { authorization: `Bearer ${env.LEDGER_TOKEN}` }),
});
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** What is answered, by method and path. An object is sent as JSON; undefined: the answer was sent already. */
const routes = [
  [/^GET \/api\/health$/, () => ({ database: 'ok', version: 'preview' })],
  [/^POST \/api\/ds\/query$/, async ({ json }) => answerDsQuery(prometheusUrl, json())],
  [/^GET \/api\/annotations$/, ({ url }) => annotations.list(url.searchParams)],
  [/^POST \/api\/annotations$/, ({ json }) => annotations.add(json())],
  [/^(?:PATCH|PUT) \/api\/annotations\/(\d+)$/, ({ json, match }) => annotations.change(Number(match[1]), json())],
  [/^DELETE \/api\/annotations\/(\d+)$/, ({ match }) => annotations.remove(Number(match[1]))],
  [/^GET \/api\/plugins\/(.+)\/settings$/, ({ match }) => plugins.all().find(({ id }) => id === match[1])],
  [/^POST \/api\/plugins\/.+\/settings$/, ({ json }) => plugins.saveSettings(json())],
  [
    /^\w+ \/api\/datasources\/proxy\/uid\/[^/]+\/(.*)$/,
    ({ to, match, url }) => to(`${prometheusUrl}/${match[1]}${url.search}`, {}),
  ],
  [
    /^(?:GET|POST) \/api\/plugin-proxy\/aifinops-app\/ledger\/(.*)$/,
    ({ to, match, url, user }) => to(`${ledgerUrl}/api/v1/${match[1]}${url.search}`, ledgerHeaders(user)),
  ],
  [/ \/api\//, () => ({ status: 404, message: 'Not found' })],
  [/ \/(?:public|host)\//, ({ file }) => file()],
  [/ /, ({ page }) => page()],
];

async function handle(request, response) {
  const url = new URL(request.url, 'http://preview');
  const body = await buffer(request);
  const send = (status, type, content) => response.writeHead(status, { 'content-type': type }).end(content);
  const [pattern, answer] = routes.find(([pattern]) => pattern.test(`${request.method} ${url.pathname}`));
  const sendFile = (file) => {
    const type = TYPES[extname(url.pathname)] ?? 'application/octet-stream';
    if (file) {
      return createReadStream(file).pipe(response.writeHead(200, { 'content-type': type }));
    }
    // Some of Grafana's icons are not in its packages: an empty one stands in.
    const icon = type === TYPES['.svg'];
    return send(icon ? 200 : 404, type, icon ? '<svg xmlns="http://www.w3.org/2000/svg"/>' : undefined);
  };
  const answered = await answer({
    url,
    user: request.headers['x-webauth-user'],
    match: pattern.exec(`${request.method} ${url.pathname}`),
    json: () => JSON.parse(body.toString()),
    to: (target, headers) => passOn(request, response, target, body, headers),
    page: () => void send(200, 'text/html; charset=utf-8', indexPage(plugins.all(), url.searchParams.get('theme'))),
    file: () => void sendFile(findFile(url.pathname, here, dist)),
  });
  if (answered) {
    send(answered.status ?? 200, 'application/json', JSON.stringify(answered));
  }
}

const server = createServer((request, response) =>
  handle(request, response).catch((error) => {
    console.error(`${request.method} ${request.url}: ${error.message}`);
    response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify({ message: error.message }));
  })
);
// As Grafana does, connections are kept: Node would close an idle one after 5 s, perhaps under the next request.
server.keepAliveTimeout = 0;
server.on('error', ({ code, message }) => fail(code === 'EADDRINUSE' ? `Port ${port} is taken: set PORT.` : message));
server.listen(port, '127.0.0.1', () => console.log(`preview http://127.0.0.1:${port}`));
