import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { BASE_LABELS } from '@ai-finops/instrumentation/contract';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { findPrometheus } from '../../provisioning/embedded/findPrometheus.mjs';
import { root } from '../../provisioning/embedded/settings.mjs';
import { unknownNames } from './unknownNames.ts';

const provisioned = (...names: string[]) => path.join(root, 'provisioning/grafana', ...names);
const dataSource = z.object({ type: z.string(), uid: z.string() });
const query = z.object({
  refId: z.string().regex(/^[A-Z]$/),
  datasource: dataSource,
  expr: z.string().min(1),
  instant: z.boolean(),
  range: z.boolean(),
});
const link = z.object({ title: z.string().min(1), url: z.string() });
const ownPanels = ['attribution', 'forecast', 'optimization', 'reconciliation'].map(
  (name) =>
    z
      .object({ id: z.string() })
      .parse(JSON.parse(readFileSync(path.join(root, `grafana-plugin/src/panels/${name}/plugin.json`), 'utf8'))).id
);
const panel = z.object({
  id: z.number().int().positive(),
  type: z.enum(['stat', 'timeseries', 'table', 'bargauge', ...ownPanels]),
  title: z.string().min(1),
  description: z.string().min(1),
  datasource: dataSource,
  gridPos: z.object({ x: z.number().int(), y: z.number().int(), w: z.number().int().max(24), h: z.number().int() }),
  interval: z.literal('1d').optional(),
  maxDataPoints: z.literal(2000).optional(),
  targets: z.array(query).min(1),
  fieldConfig: z.object({
    defaults: z.object({ unit: z.string().optional(), links: z.array(link).optional() }),
    overrides: z.array(z.object({ matcher: z.object({ id: z.literal('byName'), options: z.string() }) })),
  }),
});
/** What of Grafana's dashboard model, version 1, these dashboards use, and the rules they keep. */
const dashboard = z.object({
  uid: z.string().regex(/^aifinops-[a-z-]+$/),
  title: z.string().min(1),
  description: z.string().min(1),
  tags: z.array(z.string()).min(1),
  timezone: z.literal('utc'),
  schemaVersion: z.literal(42),
  time: z.object({ from: z.string(), to: z.string() }),
  templating: z.object({
    list: z.array(z.object({ name: z.string(), datasource: dataSource.optional(), query: z.unknown() })),
  }),
  annotations: z.object({
    list: z.array(
      z.object({
        datasource: dataSource,
        target: z.object({ type: z.literal('tags'), tags: z.array(z.string()), matchAny: z.literal(false) }),
      })
    ),
  }),
  links: z.array(link),
  panels: z.array(panel).min(1),
});

const files = readdirSync(provisioned('dashboards')).filter((name) => name.endsWith('.json'));
const dashboards = files.map((name) => ({
  name,
  board: dashboard.parse(JSON.parse(readFileSync(provisioned('dashboards', name), 'utf8'))),
}));
const sources = readdirSync(provisioned('datasources')).flatMap((file) =>
  (parse(readFileSync(provisioned('datasources', file), 'utf8')) as { datasources: { uid: string }[] }).datasources.map(
    ({ uid }) => uid
  )
);
const known = new Set([...sources, '__expr__', '-- Grafana --']);
const { promtool } = await findPrometheus(path.join(root, '.data/prometheus-package'), () => undefined);

/** As Grafana sends it for a month. */
const filled = (expr: string) => expr.replace(/\$\{__range_s\}/g, '2592000').replace(/"\$([a-z_]+)"/g, '".*"');

test('the check finds names that are not there', () => {
  const wrong = 'sum by (colour) (genai_daily_cost_usd{tenant="a"} * on (model) group_left (x) genai_no_such_usd)';
  assert.deepEqual(unknownNames(wrong), ['genai_no_such_usd', 'genai_daily_cost_usd{tenant}', 'by (colour)', 'by (x)']);
});

test('every metric, label and data source that a dashboard names exists, and its variables, too', () => {
  assert.ok(files.length >= 3);
  for (const { name, board } of dashboards) {
    const variables = new Set(['__range_s', ...board.templating.list.map((variable) => variable.name)]);
    const all = board.panels.flatMap(({ targets }) => targets);
    for (const { expr } of all) {
      assert.deepEqual(unknownNames(filled(expr)), [], `${name}: ${expr}`);
      const used = [...expr.matchAll(/"\$([a-z_]+)"|\$\{(\w+)\}/g)].map(([, plain, braced]) => plain ?? braced ?? '');
      assert.deepEqual(
        used.filter((variable) => !variables.has(variable)),
        [],
        `${name}: ${expr}`
      );
    }
    const named = [
      ...[...all, ...board.panels, ...board.annotations.list].map(({ datasource }) => datasource.uid),
      ...board.templating.list.flatMap(({ datasource }) => datasource?.uid ?? []),
    ];
    assert.deepEqual(
      named.filter((uid) => !known.has(uid)),
      [],
      name
    );
  }
});

test('every dashboard asks for the annotations that optimizations are mirrored as', () => {
  for (const { name, board } of dashboards) {
    assert.deepEqual(
      board.annotations.list.map(({ target }) => target.tags),
      [['ai-finops', 'optimization']],
      name
    );
  }
});

test('uids and panels stand once, and panels do not overlap', () => {
  assert.equal(new Set(dashboards.map(({ board }) => board.uid)).size, dashboards.length);
  for (const { name, board } of dashboards) {
    const taken = new Map<string, string>();
    assert.equal(new Set(board.panels.map(({ id }) => id)).size, board.panels.length);
    for (const { title, gridPos } of board.panels) {
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          assert.ok(x < 24 && !taken.has(`${x} ${y}`), `${name}: ${title} over ${taken.get(`${x} ${y}`)}`);
          taken.set(`${x} ${y}`, title);
        }
      }
    }
  }
});

test('what is drawn of closes has a step of a day, and stands on its day', () => {
  for (const { name, board } of dashboards) {
    for (const { title, interval, maxDataPoints, targets } of board.panels) {
      const drawn = targets.filter(({ expr, range }) => range && expr.includes('genai_daily_'));
      for (const { expr } of drawn) {
        assert.ok(expr.includes('[23h59m] offset -1d'), `${name}: ${title}`);
        assert.deepEqual([interval, maxDataPoints], ['1d', 2000], `${name}: ${title}`);
      }
    }
  }
});

test('a Grafana that does not ask for signatures loads every panel that a dashboard names', () => {
  const used = dashboards
    .flatMap(({ board }) => board.panels.map(({ type }) => type))
    .filter((type) => type.includes('-'));
  assert.deepEqual([...new Set(used)].toSorted(), ownPanels);
  for (const file of ['docker-compose.yml', 'provisioning/embedded/grafanaPart.mjs', 'README.md']) {
    const allowed = /allow_loading_unsigned_plugins\W+([\w, -]+)/i.exec(
      readFileSync(path.join(root, file), 'utf8')
    )?.[1];
    assert.deepEqual(
      allowed?.split(/[, ]+/).filter((id) => id.startsWith('aifinops')),
      ['aifinops-app', ...ownPanels],
      file
    );
  }
});

test('every query of a dashboard is PromQL', () => {
  const rules = dashboards.flatMap(({ board }) =>
    board.panels.flatMap((one) =>
      one.targets.map(({ refId, expr }) => ({
        record: `${board.uid}:${one.id}:${refId}`.replace(/\W/g, '_'),
        expr: filled(expr),
      }))
    )
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'dashboards-'));
  try {
    const file = path.join(folder, 'queries.yml');
    writeFileSync(file, stringify({ groups: [{ name: 'dashboards', rules }] }));
    const { status, stdout, stderr } = spawnSync(promtool, ['check', 'rules', file], { encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
    assert.ok(stdout.includes(`SUCCESS: ${rules.length} rules found`), stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('cost per outcome has what comes beyond inference, of a feature without calls, too', () => {
  const board = dashboards.find(({ name }) => name === 'outcomes.json')?.board;
  const exprOf = (id: number, ref: string) =>
    filled(board?.panels.find((one) => one.id === id)?.targets.find(({ refId }) => refId === ref)?.expr ?? '');
  const daily = (series: string, value: number) => ({ series, values: `${value}+0x9` });
  const of = (feature: string, value: number) => ({ labels: `{feature="${feature}"}`, value });
  const expected: [string, { labels: string; value: number }[]][] = [
    [exprOf(1, 'A'), [{ labels: '{}', value: 170 }]],
    [exprOf(3, 'A'), [{ labels: '{}', value: 1 }]],
    [exprOf(4, 'A'), [{ labels: '{}', value: 1 - 170 / 200 }]],
    [exprOf(6, 'A'), [of('search', 140), of('manual', 30), of('chat', 30)]],
    [exprOf(6, 'C'), [of('search', 0.28), of('manual', 3)]],
    [exprOf(6, 'E'), [of('search', 1 - 0.28 / 0.25)]],
  ];
  const folder = mkdtempSync(path.join(tmpdir(), 'dashboards-'));
  try {
    const file = path.join(folder, 'outcomes.test.yml');
    const tests = [
      {
        interval: '1d',
        input_series: [
          daily('genai_daily_feature_cost_usd{feature="search", team="a", environment="production"}', 8),
          daily('genai_daily_feature_cost_usd{feature="search", team="b", environment="staging"}', 2),
          daily('genai_daily_feature_cost_usd{feature="chat", team="a", environment="production"}', 3),
          daily('genai_daily_other_cost_usd{line="vector storage", feature="search", team="a"}', 1),
          daily('genai_daily_other_cost_usd{line="human review", feature="search", team="a"}', 3),
          daily('genai_daily_other_cost_usd{line="human review", feature="manual", team="a"}', 3),
          daily('genai_daily_work_units{feature="search", unit="answer"}', 50),
          daily('genai_daily_work_units{feature="manual", unit="review"}', 1),
          daily('genai_unit_value_usd{feature="search"}', 0.25),
        ],
        promql_expr_test: expected.map(([expr, exp_samples]) => ({ expr, eval_time: '9d', exp_samples })),
      },
    ];
    writeFileSync(file, stringify({ tests }));
    const { status, stdout, stderr } = spawnSync(promtool, ['test', 'rules', file], { encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the ledger’s caps are drawn as its alert has them', () => {
  const rules = readFileSync(path.join(root, 'provisioning/prometheus/rules/ledger.yml'), 'utf8');
  const shares = dashboards
    .flatMap(({ board }) => board.panels.flatMap(({ targets }) => targets))
    .filter(({ expr }) => expr.startsWith('count(count by'));
  assert.equal(shares.length, BASE_LABELS.length);
  assert.deepEqual(
    shares.filter(({ expr }) => !rules.includes(expr)),
    []
  );
});

test('every metric, label and data source that an alert names exists', () => {
  const rules = readdirSync(path.join(root, 'provisioning/prometheus/rules'));
  const { groups } = parse(readFileSync(provisioned('alerting/ai-finops.yaml'), 'utf8')) as {
    groups: { rules: { data: { datasourceUid: string; model: { expr?: string } }[] }[] }[];
  };
  const data = groups.flatMap((group) => group.rules).flatMap((rule) => rule.data);
  assert.deepEqual(
    data.filter(({ datasourceUid }) => !known.has(datasourceUid)),
    []
  );
  const queries = [
    ...data.flatMap(({ model }) => model.expr ?? []),
    ...rules.flatMap((file) =>
      (
        parse(readFileSync(path.join(root, 'provisioning/prometheus/rules', file), 'utf8')) as {
          groups: { rules: { expr: string }[] }[];
        }
      ).groups.flatMap((group) => group.rules.map(({ expr }) => expr))
    ),
  ];
  assert.ok(queries.length > 40);
  for (const expr of queries) {
    assert.deepEqual(unknownNames(expr), [], expr);
  }
});
