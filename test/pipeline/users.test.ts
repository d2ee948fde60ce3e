import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { runService } from './runService.ts';
import { Stack } from './Stack.ts';
import { until } from './until.ts';

/* People by the real library, counted by the real ledger: once each, whichever way a service names them, and never kept. */
const today = new Date().toISOString().slice(0, 10);
const ANA = 'ana.example@customer.test';

let stack: Stack;

before(async () => {
  stack = await Stack.start();
});
after(() => stack.end());

async function ask(
  users: 'off' | 'hash' | 'allow',
  asked: readonly (readonly [string, string | null])[]
): Promise<void> {
  const env = { ...stack.serviceEnvironment, AI_FINOPS_USERS: users, ASKED: JSON.stringify(asked) };
  const { code, out, err } = await runService('test/pipeline/apps/users.mjs', [], {
    imports: ['@ai-finops/instrumentation/register'],
    env,
  });
  assert.equal(code, 0, err);
  assert.equal(out, 'true', 'everything was acknowledged');
}

interface UserCosts {
  readonly current: { readonly users: string; readonly costNanoUsd: string; readonly perUserUsd: number } | null;
}

async function economics(): Promise<{
  readonly userCosts: UserCosts;
  readonly features: readonly {
    readonly feature: string;
    readonly userCosts: UserCosts;
    readonly userLimitUsd: number;
  }[];
}> {
  const answer = await fetch(`http://127.0.0.1:${stack.ports.api}/api/v1/economics?from=${today}&to=${today}`);
  return (await answer.json()) as Awaited<ReturnType<typeof economics>>;
}

test('people count once a month and feature, by id or hash, across a kill; who is not named is not counted', async () => {
  await ask('hash', [
    ['search', ANA],
    ['search', ANA.toUpperCase()],
    ['search', 'ben'],
    ['triage', ANA],
    ['jobs', null],
  ]);
  await stack.endLedger('SIGKILL');
  await stack.startLedger();
  await ask('allow', [['search', ANA]]);
  await ask('off', [['search', 'cid']]);

  const { userCosts, features } = await economics();
  const of = (name: string) => features.find(({ feature }) => feature === name);
  assert.partialDeepStrictEqual(of('search'), {
    userLimitUsd: 3,
    userCosts: {
      current: { source: 'records', to: today, users: '2', isAtLeast: false, callShare: 4 / 5 },
      lastMonth: null,
    },
  });
  assert.partialDeepStrictEqual(of('triage')?.userCosts, { current: { users: '1', callShare: 1 } });
  assert.deepEqual(of('jobs')?.userCosts, { current: null, lastMonth: null });
  assert.partialDeepStrictEqual(userCosts, { current: { users: '2', callShare: 5 / 7 } });
  const shown = of('search')?.userCosts.current;
  assert.equal(shown?.perUserUsd, Number(shown?.costNanoUsd) / 1e9 / 2);
  assert.match(await stack.ledger('verify', '--data', `${stack.data}/ledger`), /^verified: /);
});

test('metrics have numbers alone, and the books no name and no hash of one', async () => {
  await stack.endLedger('SIGTERM');
  await stack.startLedger();
  // Counted by a thread of its own.
  const metrics = await until(
    () => stack.metrics(),
    (text) => text.includes('genai_month_active_users{')
  );
  assert.match(metrics, /^genai_month_active_users\{scope="total",name="total"\} 2$/m);
  assert.match(metrics, /^genai_month_active_users\{scope="feature",name="search"\} 2$/m);
  assert.match(metrics, /^ai_finops_ledger_capped_user_calls 0$/m);
  const folder = path.join(stack.data, 'ledger');
  const hash = createHash('sha256').update(ANA).digest('hex').slice(0, 16);
  for (const file of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    const bytes = readFileSync(path.join(folder, file.name));
    assert.ok(!bytes.includes(ANA) && !bytes.includes(hash) && !bytes.includes(Buffer.from(hash, 'hex')), file.name);
  }
});
