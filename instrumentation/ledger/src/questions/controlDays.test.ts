import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { appendRecord } from '../store/appendRecord.ts';
import { dayText } from '../store/dayText.ts';
import { DAY_MS, eventDay } from '../store/eventDay.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { levers } from './levers.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOON);
const DAYS = 70;
const SHRUNK = 20;
const PRICES = createPriceBook();
const FEATURES = ['assist', 'bare', 'twin', 'chat', 'young'];
/** What moves all features alike, log points; `assist` and `bare` cost a sixth less for the last 20 days under it. */
const tide = (ago: number) => 0.25 * Math.sin(ago * 1.7) + (ago < SHRUNK ? 0.15 : 0);
const jitter = (ago: number, feature: number) => 1 + 0.02 * Math.sin(ago * 12.9898 + feature * 78.233);

let dir: string;
let database: DatabaseSync;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'control-'));
  database = openDatabase(join(dir, 'ledger.db'));
  const keeper = new Keeper(database, {
    ...{ prices: PRICES, retentionDays: 100, maxSkewMs: 600_000, now: () => NOON },
  });
  let id = 0;
  for (let ago = DAYS; ago > 0; ago -= 1) {
    const calls = FEATURES.filter((feature) => feature !== 'young' || ago < 40).map((feature, index) => {
      id += 1;
      const effect = ['assist', 'bare'].includes(feature) && ago < SHRUNK ? 5 / 6 : 1;
      const inputTokens = Math.round(20_000 * Math.exp(tide(ago)) * effect * jitter(ago, index));
      return moneyRecord(id, {
        startUs: (NOON - ago * DAY_MS) * 1_000 + id,
        usage: { kind: 'reported', usage: { inputTokens, outputTokens: 1 }, partial: false },
        dimensions: { feature, model: 'gpt-5-mini' },
      });
    });
    keeper.book([calls], [{ work: [] }]);
  }
  keeper.close(Array.from({ length: DAYS }, (_, index) => TODAY - DAYS + index));
  const record = (eventId: string, content: Record<string, string>) =>
    appendRecord(database, {
      ...{ kind: 'events', id: eventId, version: 1, action: 'create', state: 'open', atMs: NOON },
      ...{ by: { name: 'ana', proof: 'token' }, note: undefined },
      content: { owner: 'Ana', lever: 'prompt_economics', date: dayText(TODAY - SHRUNK), ...content },
    });
  record('held', { feature: 'assist', controlFeatures: 'twin, chat, young' });
  record('free', { feature: 'bare', controlFeatures: 'chat' });
  record('touches', { feature: 'chat', date: dayText(TODAY - 10) });
});

afterAll(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

const measured = (id: string) => levers(database, { id, turnaroundBars: new Map() }, PRICES).levers[0]?.impact;

test('a control group takes out what moves everybody: without one the same effect is lost in it', () => {
  const [held, free] = [measured('held'), measured('free')];
  expect(held).toMatchObject({ state: 'working', control: ['twin'] });
  expect(held?.effect?.low).toBeLessThan(-1 / 6);
  expect(held?.effect?.high).toBeGreaterThan(-1 / 6);
  expect(held?.effect?.high).toBeLessThan(-0.12);
  expect(free).toMatchObject({ control: [] });
  expect(free?.state).not.toBe('working');
});

test('who was touched, or has days without calls, is left out of the group and named', () => {
  expect(measured('held')?.reason).toContain('chat is left out of the control group: touches touched it.');
  expect(measured('held')?.reason).toMatch(/young is left out of the control group: \d+ days without a priced call\./);
  expect(measured('free')?.reason).toContain('Measured without a control group.');
});
