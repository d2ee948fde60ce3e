import fc from 'fast-check';
import { readChoice } from '../../choice/readChoice.ts';
import type { DayMarks } from '../../data/dayMarks.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { type ChartMark, MARK_KINDS } from './chartMark.ts';
import { chartMarks } from './chartMarks.ts';
import { markedDays } from './markedDays.ts';

const FIRST = Date.UTC(2026, 10, 2);
const DAYS = Array.from({ length: 10 }, (_, index) => FIRST + index * DAY_MS);
const event = (id: string, date: string, more = {}) => ({
  ...{ id, version: 1, state: 'open', action: 'create', at: '2026-11-04T09:00:00Z', by: { name: 'Ana' } },
  record: { lever: 'prompt_caching', date, owner: 'Ana', feature: 'search', ...more },
});
const happened: DayMarks = {
  events: [event('a&b', '2026-11-04'), event('c', '2026-11-05', { lever: 'retired_lever' })],
  anomalies: [
    {
      ...{ feature: 'search', team: 'Search', environment: 'production', since: '2026-11-04', through: '2026-11-06' },
      ...{ usdPerDay: 41, sentence: 'search: +38 % since Wed 4 Nov.', isOpen: false, isDismissed: false, days: [] },
    },
  ],
  prices: [
    {
      ...{ day: '2026-11-04', provider: 'openai', model: 'o3', kind: 'list' },
      components: [{ component: 'cache_read', before: '2.5', now: '0.5' }],
    },
  ],
  failures: [],
};

test('what happened in words, and where there is more about it', () => {
  const marks = chartMarks(happened, readChoice('?var-team=Search'), FIRST + 20 * DAY_MS);
  expect(marks.map(({ day, kind, words }) => [new Date(day).toISOString().slice(0, 10), kind, words])).toEqual([
    ['2026-11-04', 'optimization', 'prompt caching · search, owner Ana'],
    ['2026-11-04', 'anomaly', 'search: +38 % since Wed 4 Nov.'],
    ['2026-11-04', 'price', 'o3 (openai), list price a million: cache read $2.5 → $0.5'],
    ['2026-11-05', 'optimization', 'retired_lever · search, owner Ana'],
  ]);
  const [record, look, price] = marks.map(({ href }) => href);
  expect(new URL(record ?? '', 'http://x').pathname).toBe('/a/aifinops-app/optimizations');
  expect(new URL(record ?? '', 'http://x').searchParams.get('event')).toBe('a&b');
  expect(new URL(look ?? '', 'http://x').searchParams.get('var-feature')).toBe('search');
  expect(price).toBeUndefined();
});

test('a day is one marker: its kinds, how many where they are more, and all of it for who can’t see it', () => {
  const mark = (index: number, kind: ChartMark['kind'], words: string): ChartMark => ({
    ...{ day: FIRST + index * DAY_MS, kind, words },
  });
  const named = (...marks: ChartMark[]) => markedDays(DAYS, marks).map(({ symbols, name }) => [symbols, name]);
  expect(named(mark(2, 'optimization', 'caching'))).toEqual([['▼', 'Wed 4 Nov: optimization, caching']]);
  expect(named(mark(2, 'price', 'o3'), mark(2, 'anomaly', 'search: up'))).toEqual([
    ['●┆', 'Wed 4 Nov: anomaly, search: up; price change, o3'],
  ]);
  const crowd = Array.from({ length: 12 }, (_, index) => mark(2, 'anomaly', `feature ${index}`));
  expect(named(...crowd, mark(2, 'price', 'o3'))).toEqual([
    ['●┆\u202f13', 'Wed 4 Nov, 13 marks: 12 anomalies; price change, o3'],
  ]);
  expect(named(mark(-1, 'price', 'before the chart'), mark(10, 'price', 'after it'))).toEqual([]);
});

test('whatever happened, each mark of a day on the chart stands in the one marker of its day', () => {
  const anyMark = fc.record({
    day: fc.integer({ min: -3, max: 13 }).map((index) => FIRST + index * DAY_MS),
    kind: fc.constantFrom(...MARK_KINDS),
    words: fc.string(),
  });
  fc.assert(
    fc.property(fc.array(anyMark), (marks) => {
      const marked = markedDays(DAYS, marks);
      expect(new Set(marked.map(({ day }) => day)).size).toBe(marked.length);
      expect(marked.flatMap((one) => one.marks).length).toBe(marks.filter(({ day }) => DAYS.includes(day)).length);
      for (const { day, index, marks: own } of marked) {
        expect(DAYS[index]).toBe(day);
        expect(own.every((mark) => mark.day === day)).toBe(true);
      }
    })
  );
});
