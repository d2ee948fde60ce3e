import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NodeMajor } from './nodeBinary.ts';
import { BY_IMPORT, sameWithAndWithout } from './sameWithAndWithout.ts';
import { startForwardProxy } from './startForwardProxy.ts';
import { startTlsFront } from './startTlsFront.ts';

/*
 * TLS, HTTP/2, proxies, and npm's undici as global dispatcher, dispatcher of one request, and with its own fetch. Where a
 * Node's fetch and an undici do not fit together the application fails with and without us, and there is nothing to record.
 */
const apps = 'test/runtimes/apps';
const EACH = 6;
const UNDICI: readonly { node: NodeMajor; undici: 6 | 7 | 8; ways: number }[] = [
  { node: 22, undici: 6, ways: 4 },
  { node: 22, undici: 7, ways: 4 },
  { node: 22, undici: 8, ways: 3 },
  { node: 24, undici: 7, ways: 4 },
  { node: 26, undici: 6, ways: 3 },
  { node: 26, undici: 8, ways: 4 },
];

async function overTls(node: NodeMajor, app: string, exchanges: number, env: Record<string, string> = {}) {
  const versions = new Map<string, number>();
  await sameWithAndWithout({
    node,
    app: `${apps}/${app}`,
    flags: BY_IMPORT,
    exchanges,
    async front(target) {
      const front = await startTlsFront(target);
      const close = async () => {
        front.requests.forEach((count, version) => versions.set(version, count));
        await front.close();
      };
      return { url: front.url, env: { NODE_EXTRA_CA_CERTS: front.authorityFile, ...env }, close };
    },
  });
  return versions;
}

describe('transports', { concurrency: 2 }, () => {
  for (const node of [22, 24, 26] as const) {
    test(`Node ${node}: TLS with an authority of its own`, async () => {
      await overTls(node, 'calls.mjs', EACH);
    });
  }

  for (const { node, undici, ways } of UNDICI) {
    test(`Node ${node}, undici ${undici}: global dispatcher, dispatcher of the request, undici's fetch`, () =>
      sameWithAndWithout({
        node,
        app: `${apps}/undici.cjs`,
        flags: BY_IMPORT,
        exchanges: ways * EACH,
        env: { UNDICI: String(undici) },
      }));

    test(`Node ${node}, undici ${undici}: HTTP/2`, async () => {
      const env = { UNDICI: String(undici), AGENT: '{"allowH2":true}' };
      const versions = await overTls(node, 'undici.cjs', ways * EACH, env);
      assert.ok((versions.get('2.0') ?? 0) >= 2 * (ways - 1) * EACH, `HTTP/2 was spoken: ${[...versions].join(' ')}`);
    });
  }

  for (const { node, undici } of [
    { node: 22, undici: 6 },
    { node: 24, undici: 7 },
    { node: 26, undici: 8 },
  ] as const) {
    test(`Node ${node}, undici ${undici}: ProxyAgent, a tunnel to TLS`, async () => {
      const proxy = await startForwardProxy();
      const WAYS = 'undici.fetch, dispatcher of the request;fetch, global dispatcher';
      try {
        await overTls(node, 'undici.cjs', 2 * EACH, { UNDICI: String(undici), PROXY: proxy.url, WAYS });
        assert.ok(proxy.tunnels.length > 0, 'through the proxy');
      } finally {
        await proxy.close();
      }
    });
  }

  for (const node of [22, 24, 26] as const) {
    test(`Node ${node}: NODE_USE_ENV_PROXY, TLS, and the records through the proxy, too`, async () => {
      const proxy = await startForwardProxy();
      const { url } = proxy;
      try {
        await overTls(node, 'calls.mjs', EACH, { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: url, HTTP_PROXY: url });
        assert.ok(proxy.tunnels.length > 0, 'through the proxy');
      } finally {
        await proxy.close();
      }
    });

    test(`Node ${node}: NODE_USE_ENV_PROXY, a provider in plain HTTP`, async () => {
      const proxy = await startForwardProxy();
      const env = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy.url };
      try {
        await sameWithAndWithout({ node, app: `${apps}/calls.mjs`, flags: BY_IMPORT, exchanges: EACH, env });
        assert.ok(proxy.tunnels.length + proxy.forwarded.length > 0, 'through the proxy');
      } finally {
        await proxy.close();
      }
    });
  }
});
