import fc from 'fast-check';
import { askedFor, resetStage, stage } from './components/frame/stage.fixture.tsx';
import { loadAttention } from './data/loadAttention.ts';
import { loadAttribution } from './data/loadAttribution.ts';
import { loadBreakdown } from './data/loadBreakdown.ts';
import { loadBrief } from './data/loadBrief.ts';
import { loadCalls } from './data/loadCalls.ts';
import { loadForecastBooks } from './data/loadForecastBooks.ts';
import { loadForecastCalibration } from './data/loadForecastCalibration.ts';
import { loadHeadline } from './data/loadHeadline.ts';
import { loadInnerRows } from './data/loadInnerRows.ts';
import { noBills } from './data/noBills.fixture.ts';
import { loadLabelValues } from './data/loadLabelValues.ts';
import { loadNamed } from './data/loadNamed.ts';
import { loadOpenDay } from './data/loadOpenDay.ts';
import { loadRuleNumbers } from './data/loadRuleNumbers.ts';
import { loadWhatChanged } from './data/loadWhatChanged.ts';
import { callParams } from './data/callParams.ts';
import { DAY_MS } from './queries/dayMs.ts';
import { LABELS } from './queries/label.ts';
import type { Filter } from './queries/scope.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('./components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const NOW = Date.UTC(2026, 10, 23, 11);
const last = Date.UTC(2026, 10, 22);
const source = { uid: 'prom', type: 'prometheus', name: 'Prometheus' };
const books = {
  today: last + DAY_MS,
  closedDays: [last],
  lastClosedDay: last,
  environments: ['production'],
  calibration: noBills,
};
const days = { firstDay: last - 6 * DAY_MS, lastDay: last, days: 7 };
const period = { ...days, before: { ...days, firstDay: days.firstDay - 7 * DAY_MS, lastDay: last - 7 * DAY_MS } };

/** Everything that any page asks about one name. */
async function askAll(
  label: Filter['label'],
  name: string,
  environment: string,
  isCalibrated = false
): Promise<string[]> {
  stage.requests = [];
  const calibration = [{ provider: name, month: '2026-10', ratio: 1.5, earlier: [] }];
  const scope = { environment, filters: [{ label, values: [name] }], ...(isCalibrated && { calibration }) };
  const wanted = { by: 'model', columns: 'money', chart: 'perCall' } as const;
  const sole = { label, value: name };
  await Promise.all([
    loadHeadline(source, scope, books, NOW),
    loadBreakdown(source, scope, books, wanted, period, NOW),
    ...(['money', 'efficiency', 'waste', 'value'] as const).flatMap((columns) => [
      loadAttribution(source, scope, period, { ...wanted, columns }, NOW),
      loadInnerRows(source, scope, period, { ...wanted, columns }, NOW),
    ]),
    loadWhatChanged(source, scope, period),
    loadAttention(source, scope, books, NOW),
    loadBrief(source, scope, books, NOW),
    loadRuleNumbers(source, scope, period, NOW),
    loadOpenDay(source, scope, 'feature', NOW),
    ...LABELS.map((one) => loadLabelValues(source, one, environment, NOW)),
    ...(label === 'feature' || label === 'tenant' ? [loadNamed(source, scope, books, period, sole, NOW)] : []),
    ...(label === 'feature' || label === 'team'
      ? [
          loadForecastBooks(source, { label, name }, books, NOW),
          loadForecastCalibration(source, { label, name }, isCalibrated ? calibration : undefined, books.lastClosedDay),
        ]
      : []),
  ]);
  return askedFor();
}

const LITERAL = /"(?:[^"\\\n\r]|\\["\\nr$^.*+?()[\]{}|/-])*"/g;
/** What is asked, apart from the names in it: a name that breaks out of its quotes leaves more than a pair of them. */
const shape = (exprs: readonly string[]): string[] => exprs.map((expr) => expr.replaceAll(LITERAL, '""')).toSorted();

const hostile = fc.oneof(
  fc.string({
    unit: fc.constantFrom('"', '\\', '\n', '\r', '|', '.', '{', '}', '#', "'", '`', '$', 'n'),
    minLength: 1,
  }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom(
    '"} or vector(1) #',
    '\\" or 1',
    '<img src=x onerror=alert(1)>',
    '‮evil‬',
    '$feature',
    '${__range}',
    '__proto__',
    'x'.repeat(10_000)
  )
);

const labels = LABELS.filter((label): label is Filter['label'] => label !== 'environment');

beforeEach(() => resetStage(() => []));

test.each(labels)('a hostile %s changes no query of any page but for its own literal', async (label) => {
  const plain = shape(await askAll(label, 'plain', 'production'));
  expect(plain.length).toBeGreaterThan(10);
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (name, environment) => {
      expect(shape(await askAll(label, name, environment))).toEqual(plain);
    }),
    { numRuns: 8 }
  );
});

test('a provider with a hostile name and a bill breaks out of no literal', async () => {
  const plain = shape(await askAll('feature', 'plain', 'production', true));
  expect(plain.some((expr) => expr.includes('label_replace(vector(1.5), "", "", "", "")'))).toBe(true);
  await fc.assert(
    fc.asyncProperty(hostile, async (name) => {
      expect(shape(await askAll('feature', name, 'production', true))).toEqual(plain);
    }),
    { numRuns: 8 }
  );
});

test('the ledger is asked for exactly the name, whatever it is, and by its path for nothing else', async () => {
  const urls: string[] = [];
  stage.ledger = (url) => {
    urls.push(url);
    throw new Error('enough');
  };
  await fc.assert(
    fc.asyncProperty(hostile, async (name) => {
      urls.length = 0;
      await loadCalls(
        callParams({ filters: [{ label: 'tenant', values: [name] }] }, '24h', undefined, NOW),
        {} as never
      );
      const url = new URL(urls[0] ?? '', 'http://grafana');
      expect([url.pathname, url.hash]).toEqual(['/api/plugin-proxy/aifinops-app/ledger/calls', '']);
      expect(url.searchParams.getAll('tenant')).toEqual([name.toWellFormed()]);
    })
  );
});
