import { dateTime } from '@grafana/data';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readChoice } from '../choice/readChoice.ts';
import { selector } from '../queries/selector.ts';
import { promSelectors } from './promSelectors.ts';
import { whatChangedHref } from './whatChangedHref.ts';
import { whatChangedLink } from './whatChangedLink.ts';

const variables: Record<string, string> = { feature: '["a\\"b","c"]', team: '"Search"', all: '.*' };

jest.mock('@grafana/runtime', () => ({
  getTemplateSrv: () => ({
    replace: (text: string) => text.replace(/\$\{(\w+):json\}/, (whole, name: string) => variables[name] ?? whole),
  }),
}));

const NOW = Date.parse('2026-11-23T11:00:00Z');
const none = () => undefined;
const read = (href: string) => readChoice(new URL(href, 'http://grafana').search);
const looked = (...exprs: string[]) => read(whatChangedHref({ exprs, range: undefined, nowMs: NOW, resolve: none }));
const days = (from: string, to: string) =>
  read(
    whatChangedHref({ exprs: [], range: { fromMs: Date.parse(from), toMs: Date.parse(to) }, nowMs: NOW, resolve: none })
  ).period;

test('takes the labels of the books that selectors name, and nothing else', () => {
  expect(
    looked(
      'sum by (model) (last_over_time(genai_daily_cost_usd{feature="search",model=~"gpt-5|gpt-5\\\\.4",team!="x",job="y"}[1d2h]))' +
        ' / sum(genai_daily_requests{feature="chat", environment="production"})',
      'up{provider="aws", team="Search"} # {feature="commented"}'
    )
  ).toMatchObject({
    environment: 'production',
    filters: [
      { label: 'feature', values: ['search', 'chat'] },
      { label: 'team', values: ['Search'] },
      { label: 'model', values: ['gpt-5', 'gpt-5.4'] },
    ],
    by: 'feature',
  });
  expect(looked('genai_daily_cost_usd{feature="search"}').by).toBe('model');
});

test.each(['.*', '.+', 'a.*', '(a|b)+', '[ab]', 'a|', '$', '\\\\d'])('a pattern (%s) narrows nothing', (pattern) => {
  expect(looked(`genai_daily_cost_usd{feature=~"${pattern}"}`).filters).toEqual([]);
});

test.each([
  '',
  '{',
  '}{',
  'sum(',
  '{"a',
  'rate({x}',
  '{feature="a"',
  'SELECT 1',
  '{ span.ai_finops.feature = "x" }',
  '{="a"}',
])('what is no PromQL (%s) leads somewhere all the same', (expr) => {
  expect(whatChangedHref({ exprs: [expr], range: undefined, nowMs: NOW, resolve: none })).toMatch(
    /^\/a\/aifinops-app\/attribution/
  );
});

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', '\\', '\n', '|', '.', '{', '}', '#', "'", '`', '&', '=', '%', '<img>', '؜', '$'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })
  ),
});

test('the app’s own selectors are read back exactly, whatever the values', () => {
  fc.assert(
    fc.property(fc.uniqueArray(hostile, { minLength: 1, maxLength: 3 }), hostile, (features, tenant) => {
      const expr = selector('genai_daily_cost_usd', { feature: features, tenant });
      const [{ metric, matchers } = { metric: '', matchers: [] }] = promSelectors(expr);
      expect([metric, matchers.length, matchers[1]?.value]).toEqual(['genai_daily_cost_usd', 2, tenant]);
    })
  );
});

test('a value arrives on the page as it is in the query, and brings nothing else along', () => {
  const isPlain = (value: string) => !/^\$|^\[\[/.test(value) && value.isWellFormed();
  fc.assert(
    fc.property(fc.uniqueArray(hostile.filter(isPlain), { minLength: 1, maxLength: 3 }), (values) => {
      fc.pre(values.length === 1 || values.every((value) => value !== ''));
      const choice = looked(selector('genai_daily_cost_usd', { feature: values }));
      expect(choice.filters).toEqual([{ label: 'feature', values }]);
      expect({ ...choice, filters: [], by: 'feature' }).toEqual(readChoice(''));
    })
  );
});

test('a 10 kB name is carried whole', () => {
  const long = '"\\'.repeat(5_000);
  expect(looked(selector('genai_daily_cost_usd', { tenant: long })).filters).toEqual([
    { label: 'tenant', values: [long] },
  ]);
});

test('the range is its closed days; without one, yesterday', () => {
  expect(days('2026-11-01T00:00:00Z', '2026-11-08T00:00:00Z')).toEqual({ from: '2026-11-01', to: '2026-11-07' });
  expect(days('2026-11-16T05:00:00Z', '2026-11-23T11:00:00Z')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  expect(days('2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z')).toBe('yesterday');
  expect(days('1969-01-01', '2026-11-23')).toBe('yesterday');
});

test('Grafana’s link: variables of the dashboard, raw ranges, hidden queries, no context', () => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  const path = (context: Parameters<NonNullable<typeof whatChangedLink.configure>>[0]) =>
    read(whatChangedLink.configure?.(context)?.path ?? '');
  const timeRange = { from: dateTime('2026-11-10T00:00:00Z'), to: dateTime('2026-11-12T00:00:00Z') };
  expect(
    path({
      timeRange,
      targets: [
        { expr: 'genai_daily_cost_usd{feature=~"$feature",team="${team:regex}",model=~"$all",tenant=~"$nobody"}' },
        { expr: 'genai_daily_cost_usd{feature="hidden"}', hide: true },
        { expr: { sql: 'SELECT 1' } },
      ],
    })
  ).toMatchObject({
    period: { from: '2026-11-10', to: '2026-11-11' },
    filters: [
      { label: 'feature', values: ['a"b', 'c'] },
      { label: 'team', values: ['Search'] },
    ],
  });
  expect(path({ timeRange: { from: 'now-7d/d', to: 'now' } }).period).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  expect(path(undefined)).toEqual(readChoice(''));
  jest.restoreAllMocks();
});

test('plugin.json says of the link what the link says, or Grafana would not take it', () => {
  const { title, description, targets } = whatChangedLink;
  const text = readFileSync(path.join(__dirname, '../plugin.json'), 'utf8');
  const { extensions } = JSON.parse(text) as { extensions: { addedLinks: unknown } };
  expect(extensions.addedLinks).toEqual([{ title, description, targets }]);
});
