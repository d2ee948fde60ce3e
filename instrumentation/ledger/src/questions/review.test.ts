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
import { parseWeek } from '../store/parseWeek.ts';
import { weekText } from '../store/weekText.ts';
import { review } from './review.ts';

const NOON = Date.UTC(2026, 10, 30, 12);
/** Monday, 30 November. */
const TODAY = eventDay(NOON);
const DAYS = 70;
const PRICES = createPriceBook();
const CALLS = 6;
/** The Wednesday three weeks ago on which the prompt shrank to half. */
const SHRUNK = TODAY - 19;

let dir: string;
let database: DatabaseSync;
let keeper: Keeper;

/** An entry of a record, written at noon of a day. */
const record = (
  kind: string,
  id: string,
  { day, version = 1, state = 'open', content }: { day: number; version?: number; state?: string; content: object }
) =>
  appendRecord(database, {
    ...{ kind, id, version, action: version === 1 ? 'create' : 'edit', state, atMs: day * DAY_MS + DAY_MS / 2 },
    ...{ by: { name: 'ana', proof: 'token' }, note: undefined, content: { ...content } },
  });
const hold = (week: string, heldOn: number, state = 'closed') =>
  record('reviews', week, { day: heldOn, state, content: { week, heldOn: dayText(heldOn) } });
const closeThrough = (first: number, last: number) =>
  keeper.close(Array.from({ length: last - first + 1 }, (_, index) => first + index));
/** As on a Monday, of the week before it. */
const reviewOn = (today: number) => review(database, { monday: today - 7, today }, PRICES);
const found = (today: number, id: string) => reviewOn(today).decisions.find(({ entry }) => entry.id === id);

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'review-'));
  database = openDatabase(join(dir, 'ledger.db'));
  keeper = new Keeper(database, {
    ...{ prices: PRICES, retentionDays: 100, maxSkewMs: 600_000, now: () => NOON },
  });
  let id = 0;
  for (let day = TODAY - DAYS; day < TODAY; day += 1) {
    const calls = Array.from({ length: CALLS }, (_, call) => {
      id += 1;
      const tokens = (day >= SHRUNK ? 1_000 : 2_000) * (1 + 0.06 * Math.sin(day * 12.9898 + call * 78.233));
      return moneyRecord(id, {
        startUs: (day * DAY_MS + DAY_MS / 2) * 1_000 + id,
        usage: {
          kind: 'reported',
          usage: { inputTokens: Math.round(tokens), outputTokens: 100 },
          partial: false,
        },
        dimensions: { feature: 'search', model: 'gpt-5-mini' },
      });
    });
    keeper.book([calls], [{}]);
  }
});
afterAll(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

test('a decision comes back each week, becomes an event, and shows its verdict', () => {
  const decision = { what: 'Halve the prompt', why: 'It grew', owner: 'Search', due: dayText(TODAY - 18) };
  const linked = { ...decision, links: [{ to: 'event', id: 'halved' }] };
  const [first, second, third] = [TODAY - 21, TODAY - 14, TODAY] as const;

  closeThrough(TODAY - DAYS, first - 1);
  record('decisions', 'd', { day: first, content: decision });
  expect(found(first, 'd')).toMatchObject({ overdueDays: 0, events: [] });

  closeThrough(first, SHRUNK + 2);
  expect(found(second, 'd')).toMatchObject({ overdueDays: 4, events: [] });
  record('decisions', 'd', { day: second, version: 2, content: linked });
  expect(found(second, 'd')?.events).toMatchObject([{ id: 'halved', state: 'not_recorded' }]);
  const event = { lever: 'prompt_economics', feature: 'search', owner: 'Ana', date: dayText(SHRUNK) };
  record('events', 'halved', { day: second, content: event });
  expect(found(second, 'd')?.events).toMatchObject([{ id: 'halved', state: 'too_early', saved: null }]);

  closeThrough(SHRUNK + 3, third - 1);
  record('decisions', 'd', { day: third, version: 3, state: 'closed', content: linked });
  const done = found(third, 'd');
  expect(done).toMatchObject({ overdueDays: 0, entry: { state: 'closed' }, events: [{ state: 'working' }] });
  expect(done?.events[0]?.reason).toMatch(/^Cost per request fell /);
  expect(done?.events[0]?.saved?.usd).toBeGreaterThan(0);
  // What was done before the week that is reviewed does not come back.
  expect(found(third + 14, 'd')).toBeUndefined();
});

test('what is most overdue is on top, what was dropped below what is open', () => {
  const decision = (due: number) => ({ what: 'w', why: 'y', owner: 'o', due: dayText(due) });
  record('decisions', 'dropped', { day: TODAY, state: 'withdrawn', content: decision(TODAY - 30) });
  record('decisions', 'later', { day: TODAY, content: decision(TODAY) });
  record('decisions', 'over', { day: TODAY - 40, content: decision(TODAY - 10) });
  const listed = reviewOn(TODAY).decisions.map(({ entry, overdueDays }) => [entry.id, overdueDays]);
  expect(listed.filter(([id]) => id !== 'd')).toEqual([
    ['over', 10],
    ['later', 0],
    ['dropped', 0],
  ]);
});

test('a week without a closed review is skipped, and one that is only begun is not held', () => {
  const week = (before: number) => weekText(TODAY - 7 * before);
  hold(week(4), TODAY - 21);
  hold(week(3), TODAY - 14, 'open');
  hold(week(2), TODAY);
  expect(reviewOn(TODAY).cadence.weeks.slice(-4)).toEqual(
    (['held', 'skipped', 'late', 'due'] as const).map((state, index) => ({ monday: parseWeek(week(4 - index)), state }))
  );
  expect(reviewOn(TODAY).entry).toBeUndefined();
  hold(week(1), TODAY, 'open');
  expect(reviewOn(TODAY)).toMatchObject({ entry: { id: week(1), state: 'open' }, cadence: { skippedInARow: 0 } });
});
