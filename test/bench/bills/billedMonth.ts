import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { openDatabase } from '../../../instrumentation/ledger/src/store/openDatabase.ts';

const ACCOUNTS = 16;
const MODELS = 12;
/** As the bill calls them, and the books. */
const METERS = [
  ['input', 'input'],
  ['output', 'output'],
  ['cached input', 'cache_read'],
  ['cache write', 'cache_write'],
  ['cache write 1h', 'cache_write_1h'],
  ['reasoning', 'reasoning'],
  ['web search', 'web_search'],
] as const;
const DAY_MS = 86_400_000;

/** The month before this one, UTC: the ledger asks for it by itself. */
export function lastMonth() {
  const now = new Date();
  const [startMs, endMs] = [-1, 0].map((by) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + by, 1)) as [
    number,
    number,
  ];
  const days = (endMs - startMs) / DAY_MS;
  return {
    month: new Date(startMs).toISOString().slice(0, 7),
    startMs,
    days,
    lines: days * ACCOUNTS * MODELS * METERS.length,
  };
}

/** What the books say of that month: as many sums as the bill has lines, each a little other than the bill's. */
export function seedMonth(data: string): void {
  const { startMs, days } = lastMonth();
  const first = startMs / DAY_MS;
  const database = openDatabase(path.join(data, 'ledger.db'));
  database.exec('BEGIN');
  const dimension = database.prepare(
    `INSERT INTO dimension (feature, team, request_type, provider, model, account, service_tier, environment)
     VALUES ('chat', 'web', 'chat', 'openai', ?, ?, '', 'production')`
  );
  for (let account = 0; account < ACCOUNTS; account += 1) {
    for (let model = 0; model < MODELS; model += 1) {
      dimension.run(`gpt-model-${model}`, `account-${account}`);
    }
  }
  const daysTable = `(WITH RECURSIVE n(day) AS (SELECT ${first} UNION ALL SELECT day + 1 FROM n WHERE day < ${first + days - 1}) SELECT day FROM n)`;
  const meters = METERS.map(([, name]) => `SELECT '${name}' AS component`).join(' UNION ALL ');
  database.exec(`
    INSERT INTO day SELECT day, (day + 1) * ${DAY_MS}, (day + 1) * ${DAY_MS}, (day + 1) * ${DAY_MS} + 7200000 FROM ${daysTable};
    INSERT INTO component_book SELECT day, day, id, c.component, 1000 + id, 1000000 + day % 31
      FROM ${daysTable}, dimension, (${meters}) c;
    COMMIT`);
  database.close();
}

/** OpenAI's costs API with that month, in one page as OpenAI has it, and nothing of any other; it answers once it is told to. */
export async function serveBill() {
  const { startMs, days } = lastMonth();
  const page = JSON.stringify({
    data: Array.from({ length: days }, (_, day) => ({
      start_time: startMs / 1000 + day * 86_400,
      results: results(day),
    })),
    has_more: false,
    next_page: null,
  });
  const nothing = JSON.stringify({ data: [], has_more: false, next_page: null });
  let answer: () => void = () => undefined;
  const isTold = new Promise<void>((resolve) => (answer = resolve));
  const server = createServer((request, response) => {
    const asked = Number(new URL(request.url ?? '', 'http://x').searchParams.get('start_time'));
    void isTold.then(() => response.end(asked * 1000 === startMs ? page : nothing));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, answer, end: () => server.close() };
}

function results(day: number): object[] {
  const all: object[] = [];
  for (let account = 0; account < ACCOUNTS; account += 1) {
    for (let model = 0; model < MODELS; model += 1) {
      for (const [meter] of METERS) {
        all.push({
          amount: { value: (1_000_003 + day * 7 + all.length) / 1e9, currency: 'usd' },
          line_item: `gpt-model-${model}, ${meter}`,
          project_id: `account-${account}`,
          quantity: 1_000 + all.length,
          quantity_unit: 'tokens',
        });
      }
    }
  }
  return all;
}
