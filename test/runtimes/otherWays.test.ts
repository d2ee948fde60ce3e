import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Bench } from './Bench.ts';
import { nodeBinary } from './nodeBinary.ts';
import { BY_IMPORT, sameWithAndWithout } from './sameWithAndWithout.ts';

/* Ways to a provider that are not fetch, and ways that do not lead to a provider. */
const NODES = [22, 24, 26] as const;

describe('other ways', { concurrency: 2 }, () => {
  for (const node of NODES) {
    test(`Node ${node}: node:http by hand, by axios and by an SDK of its time`, () =>
      sameWithAndWithout({
        node,
        app: 'test/runtimes/apps/nodeHttpClients.mjs',
        flags: BY_IMPORT,
        isRequestUnread: true,
        exchanges: 7,
      }));
  }

  for (const node of NODES) {
    test(`Node ${node}: WebSockets are counted, and warned of once`, async () => {
      const { health, bench } = await sameOutput('websockets.mjs', node, []);
      assert.equal(bench.sink.records.size, 0, 'no records');
      const [{ uncaptured, warnings } = { uncaptured: [], warnings: [] }] = health;
      const [[kind, calls] = ['', 0], ...more] = uncaptured;
      assert.match(kind, /^127\.0\.0\.1:\d+\|websocket$/);
      assert.equal(calls, 5);
      assert.deepEqual(more, []);
      assert.equal(warnings.length, 1, warnings.join('\n'));
    });
  }

  for (const node of NODES) {
    test(`Node ${node}: mocked calls count nothing`, async () => {
      const { health, bench } = await sameOutput('mocked.mjs', node, BY_IMPORT);
      assert.equal(bench.sink.records.size, 0, 'no records');
      const [{ recorded, uncaptured, warnings } = { recorded: -1, uncaptured: [], warnings: [] }] = health;
      assert.deepEqual({ recorded, uncaptured, warnings }, { recorded: 0, uncaptured: [], warnings: [] });
    });
  }
});

/** Runs a program without us and with us; it must print and end the same. What was counted is the caller's to judge. */
async function sameOutput(app: string, node: (typeof NODES)[number], flags: readonly string[]) {
  const bench = await Bench.start();
  try {
    const service = { nodePath: await nodeBinary(node) };
    const script = `test/runtimes/apps/${app}`;
    const without = await bench.run(script, { ...service, env: { WITH: 'no' } });
    assert.equal(without.code, 0, without.err);
    const { code, out, err, health } = await bench.run(script, { ...service, flags, env: { WITH: 'yes' } });
    assert.deepEqual({ code, out }, { code: 0, out: without.out }, err);
    assert.deepEqual(
      health.map(({ handlerErrors }) => handlerErrors),
      [0]
    );
    return { health, bench };
  } finally {
    await bench.end();
  }
}
