import { CALL_STATUSES } from '@ai-finops/instrumentation/contract';
import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Registry } from 'prom-client';
import { Books } from '../store/books.ts';
import { carryClosedDays } from '../store/carryClosedDays.ts';
import { eventDay } from '../store/eventDay.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { workRecord } from '../store/workRecord.fixture.ts';
import { LiveBooks } from './liveBooks.ts';
import { metricsText } from './metricsText.ts';
import { registerLiveMetrics } from './registerLiveMetrics.ts';

const NOW = Date.UTC(2026, 10, 22, 13);
const TODAY = eventDay(NOW);
const prices = createPriceBook();

async function metricsOf(live: LiveBooks): Promise<string[]> {
  const registry = new Registry();
  registerLiveMetrics(registry, live, () => NOW);
  return String(Buffer.concat(await metricsText(registry)))
    .split('\n')
    .filter((line) => line.startsWith('genai'))
    .sort();
}

function withBooks<Result>(work: (keeper: Keeper, books: Books, database: DatabaseSync) => Result): Result {
  const dir = mkdtempSync(join(tmpdir(), 'live-'));
  const database = openDatabase(join(dir, 'ledger.db'));
  const books = new Books(join(dir, 'ledger.db'));
  try {
    return work(
      new Keeper(database, { prices, retentionDays: 100, maxSkewMs: 600_000, now: () => NOW }),
      books,
      database
    );
  } finally {
    books.close();
    database.close();
    rmSync(dir, { recursive: true });
  }
}

const call = fc.record({
  id: fc.nat(50),
  day: fc.integer({ min: -2, max: 0 }),
  feature: fc.constantFrom('search', 'chat'),
  model: fc.constantFrom('gpt-5-mini', 'no-such-model'),
  status: fc.constantFrom(...CALL_STATUSES),
  durationUs: fc.nat(900_000_000),
});

test('counters restored from the books are those that were counted, commit by commit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(call, { maxLength: 10 }), { maxLength: 5 }), async (commits) => {
      const [counted, restored] = withBooks((keeper, books, database) => {
        const live = new LiveBooks();
        live.restore(books, TODAY);
        for (const calls of commits) {
          keeper.close([TODAY - 2]);
          const records = calls.map(({ id, day, feature, model, status, durationUs }) =>
            moneyRecord(id, {
              startUs: (NOW + day * 86_400_000 + id) * 1_000,
              dimensions: { feature, model },
              status,
              durationUs,
            })
          );
          const work = calls.map(({ id, day, feature }) =>
            workRecord(id, { atUs: (NOW + day * 86_400_000 + id) * 1_000, labels: { feature } })
          );
          live.apply(keeper.book([records], [{ work }]).delta, TODAY);
          carryClosedDays(database);
        }
        const after = new LiveBooks();
        after.restore(books, TODAY);
        return [live, after] as const;
      });
      expect(await metricsOf(restored)).toEqual(await metricsOf(counted));
    }),
    { numRuns: 30 }
  );
});

test('shows exact money, disjoint tokens, and the open day by event time', async () => {
  const live = withBooks((keeper, books) => {
    const started = new LiveBooks();
    started.restore(books, TODAY);
    const yesterday = moneyRecord(2, { startUs: (NOW - 86_400_000) * 1_000 });
    const unknown = moneyRecord(3, { usage: { kind: 'unknown', reason: 'aborted' }, status: 'aborted' });
    started.apply(keeper.book([[moneyRecord(1), yesterday, unknown]]).delta, TODAY);
    return started;
  });
  const base =
    'feature="search",team="Search",request_type="chat",provider="openai",model="gpt-5-mini",environment="prod"';
  const lines = await metricsOf(live);
  expect(lines).toEqual(
    expect.arrayContaining([
      `genai_cost_usd_total{${base}} 0.0013082`,
      `genai_requests_total{${base},status="ok"} 2`,
      `genai_requests_total{${base},status="aborted"} 1`,
      `genai_tokens_total{${base},token_type="input"} 932`,
      `genai_tokens_total{${base},token_type="reasoning"} 256`,
      'genai_unpriced_requests_total{provider="openai",model="gpt-5-mini",reason="usage_unknown_aborted"} 1',
      'genai_open_day_cost_usd{feature="search",team="Search",environment="prod"} 0.0006541',
      'genai_open_day_requests{feature="search",team="Search",environment="prod"} 2',
      'genai_request_duration_seconds_bucket{feature="search",provider="openai",model="gpt-5-mini",le="1"} 0',
      'genai_request_duration_seconds_bucket{feature="search",provider="openai",model="gpt-5-mini",le="2"} 3',
      'genai_request_duration_seconds_bucket{feature="search",provider="openai",model="gpt-5-mini",le="+Inf"} 3',
      'genai_request_duration_seconds_sum{feature="search",provider="openai",model="gpt-5-mini"} 4.5',
      'genai_request_duration_seconds_count{feature="search",provider="openai",model="gpt-5-mini"} 3',
    ])
  );
});

test('a late call of a closed day raises the counters, not the open day', async () => {
  const live = withBooks((keeper, books) => {
    keeper.close([TODAY - 1]);
    const started = new LiveBooks();
    started.apply(keeper.book([[moneyRecord(1, { startUs: (NOW - 86_400_000) * 1_000 })]]).delta, TODAY);
    const restored = new LiveBooks();
    restored.restore(books, TODAY);
    expect([...restored.openDay(TODAY).cost]).toEqual([]);
    return started;
  });
  expect([...live.cost].map(({ sum }) => sum)).toEqual([654_100n]);
  expect([...live.openDay(TODAY).cost]).toEqual([]);
});

test('work and quality of the open day, by event time', async () => {
  const live = withBooks((keeper, books) => {
    const started = new LiveBooks();
    started.restore(books, TODAY);
    const quality = { kind: 'quality', name: 'thumbs', model: 'gpt-5-mini' } as const;
    const work = [
      workRecord(1, { atUs: NOW * 1_000, amount: 2 }),
      workRecord(2, { atUs: (NOW - 86_400_000) * 1_000 }),
      workRecord(3, { atUs: NOW * 1_000, labels: quality, amount: 250_000 }),
      workRecord(4, { atUs: NOW * 1_000, labels: quality, amount: 500_000 }),
    ];
    started.apply(keeper.book([[]], [{ work }]).delta, TODAY);
    return started;
  });
  const labels = 'feature="triage",request_type="unallocated",model="gpt-5-mini",evaluator="thumbs"';
  expect(await metricsOf(live)).toEqual(
    expect.arrayContaining([
      'genai_open_day_work_units{feature="triage",unit="ticket_resolved"} 2',
      `genai_open_day_quality_sum{${labels}} 0.75`,
      `genai_open_day_quality_count{${labels}} 2`,
    ])
  );
});
