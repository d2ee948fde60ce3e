import fc from 'fast-check';
import { of, throwError } from 'rxjs';
import { askedFor, resetStage, stage } from '../../components/frame/stage.fixture.tsx';
import { DAY_MS } from '../../queries/dayMs.ts';
import type { Scope } from '../../queries/scope.ts';
import { loadWhatChanged } from '../../data/loadWhatChanged.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const source = { uid: 'prom', type: 'prometheus', name: 'Prometheus' };
const firstDay = Date.UTC(2026, 10, 16);
const period = {
  ...{ firstDay, lastDay: firstDay + 6 * DAY_MS, days: 7 },
  before: { firstDay: firstDay - 7 * DAY_MS, lastDay: firstDay - DAY_MS, days: 7 },
};

const nano = fc.bigInt({ min: 0n, max: 10n ** 14n });
const segment = fc
  .record({
    ...{ feature: fc.string(), model: fc.constantFrom('a', 'b'), request_type: fc.constantFrom('chat', 'batch') },
    ...{ calls: fc.nat(1e6), repeated: fc.nat(1e4), input: nano, cached: nano, output: nano, late: nano },
  })
  .map(({ calls, repeated, input, cached, output, late, ...names }) => ({
    row: {
      ...{ ...names, provider: 'openai', service_tier: '', calls: String(calls), attempts: String(calls + repeated) },
      // What is late is in the answer, too, and not in the closed days.
      ...{ lateCalls: '1', lateAttempts: '1', lateNanoUsd: String(late) },
      components: Object.entries({ input, cache_read: cached, output }).map(([component, cost]) => ({
        ...{ component, quantity: String(cost / 3n), costNanoUsd: String(cost), lateNanoUsd: String(late) },
      })),
    },
    cost: input + cached + output,
  }))
  .filter(({ row, cost }) => cost === 0n || row.attempts !== '0');
type Segment = Parameters<Parameters<typeof segment.map>[0]>[0];
const sum = (segments: readonly { cost: bigint }[]) => segments.reduce((all, { cost }) => all + cost, 0n);

/** A ledger with these segments, beside a Prometheus that has them as floats, `off` USD beside them. */
function stand(before: readonly Segment[], after: readonly Segment[], off = 0): void {
  resetStage((expr) =>
    expr.startsWith('sum by (feature, provider, model)') && expr.includes('cost_usd')
      ? sides().map(({ cost, row }, index) => ({
          labels: { feature: row.feature, provider: 'openai', model: row.model },
          values: [[0, Number(cost) / 1e9 + (index === 0 ? off : 0)]],
        }))
      : []
  );
  const sides = () => (Number(stage.requests.at(-1)?.to) === period.lastDay + DAY_MS ? after : before);
  stage.ledger = (url) => {
    stage.told.push(url);
    const segments = url.includes('from=2026-11-16') ? after : before;
    return of({ data: { segments: segments.map(({ row }) => row) } });
  };
}

test('by the books, parts add up from before to after to the nano-USD, whatever was used', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(segment, { maxLength: 5 }),
      fc.array(segment, { maxLength: 5 }),
      async (before, after) => {
        stand(before, after);
        const answer = await loadWhatChanged(source, { environment: 'production' }, period);
        if (answer.kind !== 'value') {
          throw new Error(answer.words);
        }
        const { change } = answer;
        expect(answer.isFromBooks).toBe(true);
        expect([change.beforeNanoUsd, change.afterNanoUsd]).toEqual([sum(before), sum(after)]);
        expect(change.parts.reduce((all, { nanoUsd }) => all + nanoUsd, change.beforeNanoUsd)).toBe(
          change.afterNanoUsd
        );
        expect(askedFor()).toHaveLength(2);
      }
    ),
    { numRuns: 40 }
  );
});

const one = (cost: bigint): Segment => {
  const names = {
    feature: 'search',
    provider: 'openai',
    model: 'a' as const,
    request_type: 'chat' as const,
    service_tier: '',
  };
  const late = { lateCalls: '0', lateAttempts: '0', lateNanoUsd: '0' };
  const part = { component: 'input', quantity: '7', costNanoUsd: String(cost), lateNanoUsd: '0' };
  return { row: { ...names, ...late, calls: '1', attempts: '2', components: [part] }, cost };
};

test('asks the books for the days and labels of the page', async () => {
  stand([one(5n)], [one(9n)]);
  const filters = [{ label: 'feature' as const, values: ['a&b', 'c'] }];
  await loadWhatChanged(source, { environment: 'production', filters }, period);
  expect(stage.told.map((url) => url.split('?')[1])).toEqual([
    'from=2026-11-09&to=2026-11-15&feature=a%26b&feature=c&environment=production',
    'from=2026-11-16&to=2026-11-22&feature=a%26b&feature=c&environment=production',
  ]);
});

test('books that do not cost what the page says, or do not answer, are not shown, and it says why', async () => {
  stand([one(5_000_000_000n)], [one(9_000_000_000n)], 0.000001);
  expect(await loadWhatChanged(source, {}, period)).toMatchObject({
    isFromBooks: false,
    whyInferred: 'its books of these days do not cost what Prometheus has',
  });
  stage.ledger = () => throwError(() => ({ status: 502 }));
  expect(await loadWhatChanged(source, {}, period)).toMatchObject({
    isFromBooks: false,
    whyInferred: '502: no reason given',
  });
  stage.ledger = () => throwError(() => ({ status: 404 }));
  const answer = await loadWhatChanged(source, {}, period);
  expect(answer).toMatchObject({ isFromBooks: false, change: { changeNanoUsd: 4_000_000_000n } });
  expect(answer).not.toHaveProperty('whyInferred');
});

test('what the books keep no exact sums of is not asked of them', async () => {
  const scopes: Scope[] = [
    { filters: [{ label: 'tenant', values: ['acme'] }] },
    { filters: [{ label: 'team', values: ['x', ''] }] },
    { filters: [{ label: 'feature', values: ['other'] }] },
    { calibration: [{ provider: 'openai', month: '2026-10', ratio: 1.1, earlier: [] }] },
  ];
  stand([one(5n)], [one(9n)]);
  for (const scope of scopes) {
    expect(await loadWhatChanged(source, scope, period)).not.toMatchObject({ isFromBooks: true });
  }
  expect(stage.told).toEqual([]);
});
