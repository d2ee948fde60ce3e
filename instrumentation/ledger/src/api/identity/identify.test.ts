import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { acceptsBearer } from '../../intake/acceptsBearer.ts';
import { startApi, type LiveApi } from '../liveApi.fixture.ts';
import { grafanaTokens } from './grafanaTokens.ts';

const now = () => Date.UTC(2026, 10, 22, 13);
const TOKEN = 'a-token-of-this-test';
const EVENT = { action: 'create', record: { lever: 'contract', date: '2026-11-04', owner: 'Ana' } };
const CONTEXT = { Login: 'ana', UserUID: 'u01', OrgRole: 'Editor' };
const bearer = { authorization: `Bearer ${TOKEN}` };
const context = (more: object = {}) => ({ 'x-grafana-context': JSON.stringify({ ...CONTEXT, ...more }) });

let api: LiveApi | undefined;
let grafana: Server | undefined;
afterEach(() => {
  api?.stop();
  grafana?.closeAllConnections();
  grafana?.close();
  api = grafana = undefined;
});

const record = async (headers: Record<string, string>) => {
  const { status, json } = (await api?.post('/api/v1/events', EVENT, headers)) ?? { status: 0, json: {} };
  return [status, (json as { by?: unknown; error?: string }).by ?? (json as { error?: string }).error];
};

/** A Grafana that signs, and says by which keys. */
async function startGrafana(alg: 'ES256' | 'RS256' = 'ES256') {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const asked: string[] = [];
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'k1', alg, use: 'sig' }];
  grafana = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(JSON.stringify({ keys }));
  });
  grafana.listen(0, '127.0.0.1');
  await once(grafana, 'listening');
  const sign = (claims: object, { key = privateKey, kid = 'k1', expires = '10m' } = {}) =>
    new SignJWT({ sub: 'user:1', ...claims }).setProtectedHeader({ alg, kid }).setExpirationTime(expires).sign(key);
  return { url: `http://127.0.0.1:${(grafana.address() as AddressInfo).port}/grafana/`, sign, asked };
}

test('without a token nobody is believed, and a role still binds', async () => {
  api = await startApi({ now });
  const nobody = { name: 'unverified', proof: 'none' };
  expect(await record({})).toEqual([201, nobody]);
  expect(await record(context())).toEqual([201, nobody]);
  expect(await record({ 'x-grafana-user': 'ana' })).toEqual([201, nobody]);
  expect(await record(context({ OrgRole: 'Viewer' }))).toEqual([403, expect.stringContaining('takes the role Editor')]);
});

test('with the token, what the proxy says is believed', async () => {
  api = await startApi({ now, gate: acceptsBearer([TOKEN]) });
  expect(await record(context())).toEqual([401, expect.stringContaining('Bearer')]);
  expect(await record({ ...bearer, ...context() })).toEqual([
    201,
    { name: 'ana', proof: 'token', subject: 'user:u01' },
  ]);
  expect(await record({ ...bearer, 'x-grafana-user': ' deploy ' })).toEqual([201, { name: 'deploy', proof: 'token' }]);
  expect(await record(bearer)).toEqual([201, { name: 'unverified', proof: 'none' }]);
  expect(await record({ ...bearer, ...context({ IsAnonymous: true }) })).toMatchObject([201, { name: 'anonymous' }]);
  for (const OrgRole of ['Viewer', 'None', '', 'Boss']) {
    expect([OrgRole, (await record({ ...bearer, ...context({ OrgRole }) }))[0]]).toEqual([OrgRole, 403]);
  }
  for (const sent of ['{', '7', 'null', '{"Login":7}', '[]']) {
    expect([sent, (await record({ ...bearer, 'x-grafana-context': sent }))[0]]).toEqual([sent, 401]);
  }
});

test('viewers read; only an administrator closes books', async () => {
  api = await startApi({ now, gate: acceptsBearer([TOKEN]) });
  const as = (OrgRole: string) => ({ ...bearer, ...context({ OrgRole }) });
  expect(await api.get('/api/v1/events', as('Viewer'))).toMatchObject({ status: 200 });
  const close = (role: string) => api?.post('/api/v1/closes', { through: '2026-11-21' }, as(role));
  expect(await close('Editor')).toMatchObject({ status: 403, json: { error: expect.stringContaining('role Admin') } });
  expect(await close('Admin')).toMatchObject({ status: 200 });
});

test.each(['ES256', 'RS256'] as const)("Grafana's signature (%s) tells who it is", async (alg) => {
  const { url, sign, asked } = await startGrafana(alg);
  api = await startApi({ now, gate: acceptsBearer([TOKEN]), verify: grafanaTokens(url) });
  const signed = async (claims: object) => ({ ...bearer, 'x-grafana-id': await sign(claims) });
  expect(await record({ ...(await signed({ username: 'ana' })), ...context() })).toEqual([
    201,
    { name: 'ana', proof: 'signature', subject: 'user:1' },
  ]);
  expect(await record(await signed({ sub: 'service-account:7' }))).toMatchObject([201, { name: 'service-account:7' }]);
  expect(await record({ ...(await signed({ username: 'ben' })), ...context() })).toEqual([
    401,
    'X-Grafana-Context and X-Grafana-Id are about different people',
  ]);
  expect(await record({ ...(await signed({ username: 'ana' })), ...context({ OrgRole: 'Viewer' }) })).toMatchObject([
    403,
    expect.any(String),
  ]);
  // Not through Grafana: the command line, by the token alone.
  expect(await record({ ...bearer, 'x-grafana-user': 'deploy' })).toMatchObject([201, { proof: 'token' }]);
  expect(asked).toEqual(['/grafana/api/signing-keys/keys']);
});

test('a token that does not hold is refused, and nothing recorded', async () => {
  const { url, sign } = await startGrafana();
  const { privateKey: theirs } = await generateKeyPair('ES256');
  api = await startApi({ now, verify: grafanaTokens(url) });
  const good = await sign({ username: 'ana' });
  const [head = '', , signature = ''] = good.split('.');
  const forged = Buffer.from(JSON.stringify({ sub: 'user:2', username: 'eve', exp: 9e9 })).toString('base64url');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  for (const token of [
    await sign({ username: 'ana' }, { key: theirs }),
    await sign({ username: 'ana' }, { kid: 'k2' }),
    await sign({ username: 'ana' }, { expires: '2m ago' }),
    `${head}.${forged}.${signature}`,
    `${none}.${forged}.`,
    'x',
    'a.b.c',
    `${good}x`,
  ]) {
    expect([token, ...(await record({ 'x-grafana-id': token }))]).toEqual([
      token,
      401,
      expect.stringContaining('X-Grafana-Id does not hold'),
    ]);
  }
  expect(await api.get('/api/v1/events')).toMatchObject({ json: { events: [] } });
});

test('while the keys cannot be had nothing is recorded under a name that was not verified', async () => {
  const { url, sign } = await startGrafana();
  const token = await sign({ username: 'ana' });
  grafana?.close();
  grafana?.closeAllConnections();
  api = await startApi({ now, verify: grafanaTokens(url) });
  expect(await record({ 'x-grafana-id': token })).toEqual([503, expect.stringContaining('cannot be had')]);
});
