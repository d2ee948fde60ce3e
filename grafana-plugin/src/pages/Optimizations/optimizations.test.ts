import fc from 'fast-check';
import { controlWords } from './controlWords.ts';
import { draftFaults } from './draftFaults.ts';
import { draftRecord } from './draftRecord.ts';
import { flipBackWords } from './flipBackWords.ts';
import { formatBounded } from './formatBounded.ts';
import { formatEffect } from './formatEffect.ts';
import { isInScope } from '../../data/isInScope.ts';
import { logNames } from './logNames.ts';
import { perRequestLines } from './perRequestLines.ts';
import { scopeWords } from '../../data/scopeWords.ts';
import { turnaroundWords } from './turnaroundWords.ts';
import { verdictWords } from './verdictWords.ts';

const impact = { reason: '', daysAfter: 0, moreDays: 0, effect: null, saved: null, annual: null };

test('effects and savings read with their bounds', () => {
  expect(formatEffect({ share: -0.31, low: -0.356, high: -0.26 })).toBe('−31\u202f% (−36…−26)');
  expect(formatEffect({ share: 0.0004, low: -0.041, high: 0.03 })).toBe('0.0\u202f% (−4.1…+3.0)');
  expect(formatBounded({ usd: 18_400, low: 15_900, high: 20_800 })).toBe('$18.4k ($15.9k – $20.8k)');
});

test('a broken bar comes before what it saves; too early says how long', () => {
  expect(verdictWords({ state: 'flip_back', impact: { ...impact, state: 'working' } })).toMatchObject({
    words: 'flip back',
    isBad: true,
  });
  expect(verdictWords({ state: 'on', impact: { ...impact, state: 'too_early', moreDays: 1 } }).words).toBe(
    'too early, 1 more day'
  );
});

test('which bar was broken, and how long batches take', () => {
  const quality = { state: 'keep' as const, before: 0.9, after: 0.9, evidence: 'well', bar: 0.8 };
  const turnaround = { state: 'flip_back' as const, before: 4.25, after: 26, evidence: 'slow', bar: 12 };
  expect(flipBackWords({ quality, turnaround })).toBe('Its turnaround bar is broken: slow');
  const bad = { ...quality, state: 'flip_back' as const, evidence: 'worse' };
  expect(flipBackWords({ quality: bad, turnaround: null })).toBe('Its quality bar is broken: worse');
  expect(flipBackWords({ quality: bad })).toBe('Its quality bar is broken: worse');
  expect(turnaroundWords(turnaround)).toBe('4.3 → 26.0 h');
  expect(turnaroundWords({ before: null, after: 3 })).toBe('3.0 h');
  expect(turnaroundWords({ before: 3, after: null })).toBe('no batch yet');
});

test('a scope in words, and whether it touches what the page is narrowed to', () => {
  const record = { lever: 'other', feature: 'search', environment: 'production' };
  expect(scopeWords(record)).toBe('search');
  expect(scopeWords({ lever: 'contract' })).toBe('all AI cost');
  expect(isInScope(record, { environment: 'staging' })).toBe(false);
  expect(isInScope(record, { environment: 'production', filters: [{ label: 'feature', values: ['search'] }] })).toBe(
    true
  );
  expect(isInScope(record, { environment: undefined, filters: [{ label: 'feature', values: ['x'] }] })).toBe(false);
  expect(isInScope(record, { environment: undefined, filters: [{ label: 'team', values: ['x'] }] })).toBe(true);
});

test('a control group in words, used or not; one that overlaps the scope is a fault of the draft', () => {
  const words = (record: Record<string, string>, control?: string[]) =>
    controlWords({
      event: { id: 'a', version: 1, state: 'open', action: 'create', at: '', by: { name: '' }, record },
      impact: { ...impact, state: 'working', ...(control && { control }) },
    });
  expect(words({})).toBe('No control group');
  expect(words({ controlFeatures: 'chat, tagging', controlModels: 'gpt-5' }, ['chat'])).toBe(
    'Measured against a control group: chat on gpt-5'
  );
  expect(words({ controlModels: 'gpt-5' }, [])).toBe('Its control group, gpt-5, is not used: see the verdict');
  const draftOf = { lever: 'other', date: '2026-11-04', owner: 'Ana' };
  expect(draftFaults({ ...draftOf, feature: 'search', controlFeatures: 'chat' })).toEqual({});
  expect(draftFaults({ ...draftOf, feature: 'search', controlFeatures: 'chat, search' })).toEqual({
    controlFeatures: expect.stringContaining('search is what the optimization was done to') as string,
  });
});

test('rows have names of their own, whatever was recorded twice', () => {
  const lever = (id: string, feature: string) => ({
    ...{ state: 'on' as const, impact: { ...impact, state: 'no_data' as const } },
    quality: { state: 'unknown' as const, before: null, after: null, evidence: '', bar: null },
    event: {
      ...{ id, version: 1, state: 'open', action: 'create', at: '', by: { name: '' } },
      record: { lever: 'prompt_caching', date: '2026-11-09', feature },
    },
  });
  expect([...logNames([lever('a', 'x'), lever('b', 'x'), lever('c', 'y')]).values()]).toEqual([
    '▼ 9 Nov prompt caching · x (a)',
    '▼ 9 Nov prompt caching · x (b)',
    '▼ 9 Nov prompt caching · y',
  ]);
});

test('bands hold the days before and since, roll-out and missing days are in neither', () => {
  const days = ['01', '02', '03', '04', '06'].map((day, index) => ({
    day: `2026-11-${day}`,
    usdPerRequest: index + 1,
    requests: 1,
  }));
  const lines = perRequestLines(days, '2026-11-03', '2026-11-04');
  expect(lines.days).toHaveLength(6);
  expect(lines.series.map(({ costs }) => costs)).toEqual([
    [1, 2, 3, 4, undefined, 5],
    [1, 1, undefined, undefined, undefined, undefined],
    [2, 2, undefined, undefined, undefined, undefined],
    [undefined, undefined, undefined, 4, 4, 4],
    [undefined, undefined, undefined, 5, 5, 5],
  ]);
  expect(perRequestLines([], '2026-11-03', undefined).days).toEqual([]);
});

const draft = fc.dictionary(
  fc.constantFrom('lever', 'date', 'owner', 'feature', 'expectedUsdPerMonth', 'qualityBar', 'note'),
  fc.oneof(fc.constantFrom('', ' ', '12', '0.88', '-1', '1e3', '2026-11-04', '2026-13-45'), fc.string())
);

test('a change holds what differs, and applied to what was there gives the draft', () => {
  fc.assert(
    fc.property(draft, draft, (before, after) => {
      const kept = draftRecord(before) as Record<string, string>;
      const change = draftRecord({ ...kept, ...after }, kept);
      const applied = Object.fromEntries(Object.entries({ ...kept, ...change }).filter(([, value]) => value !== null));
      const wanted = draftRecord({ ...kept, ...after });
      expect(applied).toEqual(wanted);
      expect(draftRecord(applied as Record<string, string>, applied as Record<string, string>)).toEqual({});
    })
  );
});

test('what cannot be recorded is said at its field', () => {
  expect(Object.keys(draftFaults({}))).toEqual(['lever', 'date', 'owner']);
  const good = { lever: 'other', date: '2026-11-04', owner: 'Ana', qualityBar: '0.88' };
  expect(draftFaults(good)).toEqual({});
  expect(
    draftFaults({ ...good, date: '2026-13-45', expectedUsdPerMonth: '1,200', turnaroundBarHours: 'a day' })
  ).toEqual({
    date: 'A UTC day: YYYY-MM-DD.',
    expectedUsdPerMonth: 'A plain number, such as 1200 or 0.88.',
    turnaroundBarHours: 'A plain number, such as 1200 or 0.88.',
  });
});
