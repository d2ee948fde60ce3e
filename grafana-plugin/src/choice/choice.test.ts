import fc from 'fast-check';
import { DAY_MS } from '../queries/dayMs.ts';
import { LABELS } from '../queries/label.ts';
import { CALL_TIMES } from './callTime.ts';
import { chooseEnvironment } from './chooseEnvironment.ts';
import { COLUMN_SETS } from './choice.ts';
import { narrow } from './narrow.ts';
import { NAMED_PERIODS } from './period.ts';
import { readPeriod } from './periodText.ts';
import { readChoice } from './readChoice.ts';
import { resolvePeriod } from './resolvePeriod.ts';
import { writeChoice } from './writeChoice.ts';

test('starts at production where there is one, else at all', () => {
  expect(chooseEnvironment(undefined, ['production', 'staging'])).toBe('production');
  expect(chooseEnvironment(undefined, ['prod-eu', 'staging'])).toBeUndefined();
  expect(chooseEnvironment('', ['production'])).toBeUndefined();
  expect(chooseEnvironment('staging', ['production'])).toBe('staging');
});

const nothing = readChoice('');

test('takes what makes no sense as not said', () => {
  expect(readChoice('?period=5m&by=prompt&then=x&columns=all&chart=pie&table=yes&against=x&var-user=u')).toEqual(
    nothing
  );
  expect(nothing).toMatchObject({ environment: undefined, period: '30d', by: 'feature', filters: [], isTable: false });
});

test('reads the links of dashboards: one parameter a value, everything where all are meant', () => {
  const { environment, filters } = readChoice(
    '?var-team=Search&var-feature=a&var-feature=b&var-model=$__all&var-environment=staging&from=now-7d'
  );
  expect(environment).toBe('staging');
  expect(filters).toEqual([
    { label: 'team', values: ['Search'] },
    { label: 'feature', values: ['a', 'b'] },
  ]);
});

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('&', '=', '#', '%', '+', '"', '\\', '\n', '<', '؜', ' '),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
  ),
});
const filterLabels = LABELS.filter((label) => label !== 'environment');
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const period = fc.oneof(
  fc.constantFrom(...NAMED_PERIODS),
  fc.tuple(day, day).map((days) => {
    const [from = '', to = ''] = days.map((at) => at.toISOString().slice(0, 10)).toSorted();
    return { from, to };
  })
);
const optional = fc.option(
  text.filter((value) => value !== ''),
  { nil: undefined }
);
const choice = fc.record({
  environment: fc.option(text, { nil: undefined }),
  period,
  basis: fc.constantFrom('estimate' as const, 'bill' as const),
  against: fc.option(period, { nil: undefined }),
  filters: fc.uniqueArray(
    fc.record({
      label: fc.constantFrom(...filterLabels),
      values: fc.uniqueArray(
        text.filter((value) => value !== '$__all'),
        { minLength: 1, maxLength: 3 }
      ),
    }),
    { selector: ({ label }) => label, maxLength: 4 }
  ),
  by: fc.constantFrom(...LABELS),
  open: fc.option(text, { nil: undefined }),
  then: fc.option(fc.constantFrom(...LABELS), { nil: undefined }),
  columns: fc.constantFrom(...COLUMN_SETS),
  sort: text,
  find: text,
  chart: fc.constantFrom('cost' as const, 'perCall' as const),
  isTable: fc.boolean(),
  time: fc.oneof(
    fc.constantFrom(...CALL_TIMES),
    period.filter((chosen) => typeof chosen === 'object')
  ),
  tab: fc.constantFrom('calls' as const, 'tasks' as const),
  task: optional,
  cursor: optional,
  call: optional,
});

test('every choice comes back from the URL as it was, whatever names hold', () => {
  fc.assert(fc.property(choice, (chosen) => expect(readChoice(`?${writeChoice(chosen)}`)).toEqual(chosen)));
});

test('leaves out what nobody chose, keeps what belongs to others', () => {
  expect(writeChoice(nothing, '?theme=light&by=team&var-team=x')).toBe('theme=light');
});

test('narrows: another label after the others, another value of one label beside the first', () => {
  const once = narrow([{ label: 'team', values: ['a'] }], 'feature', 'x');
  expect(narrow(once, 'team', 'b')).toEqual([
    { label: 'team', values: ['a', 'b'] },
    { label: 'feature', values: ['x'] },
  ]);
});

const at = (text: string) => Date.parse(`${text}T00:00:00Z`);
const books = { today: at('2026-11-23'), lastClosedDay: at('2026-11-22') };

test.each([
  ['yesterday', '2026-11-22', '2026-11-22', '2026-11-15', '2026-11-15'],
  ['7d', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
  ['30d', '2026-10-24', '2026-11-22', '2026-09-24', '2026-10-23'],
  ['month', '2026-11-01', '2026-11-22', '2026-10-01', '2026-10-22'],
  ['last-month', '2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
  ['2026-11-10..2026-11-30', '2026-11-10', '2026-11-22', '2026-10-28', '2026-11-09'],
])('%s is closed days, compared with those before', (named, first, last, beforeFirst, beforeLast) => {
  const resolved = resolvePeriod(readPeriod(named) ?? '30d', books);
  expect(resolved).toMatchObject({ firstDay: at(first), lastDay: at(last) });
  expect(resolved?.before).toMatchObject({ firstDay: at(beforeFirst), lastDay: at(beforeLast) });
  expect(resolved?.days).toBe((at(last) - at(first)) / DAY_MS + 1);
});

test('a month that has no closed day yet, and days to come, are no period', () => {
  const first = { today: at('2026-12-01'), lastClosedDay: at('2026-11-30') };
  expect(resolvePeriod('month', first)).toBeUndefined();
  expect(resolvePeriod({ from: '2027-01-01', to: '2027-01-05' }, first)).toBeUndefined();
  expect(readPeriod('2026-02-30..2026-03-01')).toBeUndefined();
  expect(readPeriod('2026-03-02..2026-03-01')).toBeUndefined();
});

test('what it is compared with can be chosen', () => {
  expect(resolvePeriod('7d', books, { from: '2026-10-01', to: '2026-10-03' })?.before.days).toBe(3);
});
