import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type LiveApi } from '../api/liveApi.fixture.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { outcomesCommand } from './outcomesCommand.ts';

// A busy machine answers late.

let api: LiveApi;
let dir: string;
let said: string[];

beforeEach(async () => {
  api = await startApi({ now: () => Date.UTC(2026, 10, 24, 12) });
  api.keeper.book([[moneyRecord(1)]]);
  dir = mkdtempSync(join(tmpdir(), 'outcomes-'));
  said = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  jest.restoreAllMocks();
  api.stop();
  rmSync(dir, { recursive: true });
});

const run = (csv: string, ...options: string[]) => {
  const file = join(dir, 'crm.csv');
  writeFileSync(file, csv);
  return outcomesCommand().parseAsync(['import', file, '--api', api.url, ...options], { from: 'user' });
};
const outcomes = async () => {
  const { json } = await api.get('/api/v1/economics?from=2026-11-22&to=2026-11-23');
  const { features } = json as { features: { feature: string; unit: string | null; period: { outcomes: string } }[] };
  return features.map(({ feature, unit, period }) => [feature, unit, period.outcomes]);
};

test('rows become the outcomes of their days; sent again, or mended, they are not added', async () => {
  const csv = 'day,feature,unit,count,note\n2026-11-22,helpdesk,ticket,12,x\n2026-11-23,helpdesk,ticket,8,y\n';
  await run(csv);
  await run(csv);
  expect(await outcomes()).toContainEqual(['helpdesk', 'ticket', '20']);
  await run(csv.replace(',8,', ',9,'));
  expect(await outcomes()).toContainEqual(['helpdesk', 'ticket', '21']);
  expect(said.at(-1)).toBe('2 of 2 rows told');
});

test('more rows than go at once', async () => {
  const rows = Array.from({ length: 1_100 }, (_, index) => `2026-11-22,tenant-${index},1.5`);
  await run(`day,tenant,usd\n${rows.join('\n')}\n`, '--kind', 'revenue');
  expect(said).toEqual(['500 of 1100 rows told', '1000 of 1100 rows told', '1100 of 1100 rows told']);
  const { json } = await api.get('/api/v1/economics?from=2026-11-22&to=2026-11-22&limit=1000');
  const { tenants, otherTenants } = json as { tenants: { revenueNanoUsd: string }[]; otherTenants: object };
  expect(tenants[0]?.revenueNanoUsd).toBe('1500000000');
  // One more: the tenant of the call.
  expect(otherTenants).toMatchObject({ tenants: 101 });
});

test.each([
  ['day,feature,count\n2026-11-22,a,1\n', 'row 1: there is no column "unit"'],
  ['day,feature,unit,count\n2026-11-31,a,b,1\n', 'row 2, day: "2026-11-31" is no UTC day'],
  ['day,feature,unit,count\n2026-11-22,a,b,1.5\n', 'row 2, count: "1.5" is no whole number'],
  ['day,feature,unit,count\n2026-11-22,,b,1\n', 'row 2, feature: "" is empty'],
  ['day,feature,unit,count\n2026-11-22,a,b,1\n2026-11-22,a,b,2\n', 'row 3: it is of the same day and name as row 2'],
])('a faulty file is refused with its place, and nothing of it is told: %j', async (csv, why) => {
  await expect(run(csv)).rejects.toThrow(why);
  expect(said).toEqual([]);
});

test('a day that is not over is refused by the ledger; a dry run tells nothing', async () => {
  await expect(run('day,feature,unit,count\n2026-11-24,a,b,1\n')).rejects.toThrow('the day is not over');
  await run('day,feature,unit,count\n2026-11-22,a,b,1\n', '--dry-run');
  expect(said).toEqual(['1 rows are good, nothing was told']);
});
