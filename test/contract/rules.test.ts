import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { findPrometheus } from '../../provisioning/embedded/findPrometheus.mjs';
import { prometheusPart } from '../../provisioning/embedded/prometheusPart.mjs';
import { root } from '../../provisioning/embedded/settings.mjs';

const { promtool } = await findPrometheus(path.join(root, '.data/prometheus-package'), () => undefined);
const rules = path.join(root, 'provisioning/prometheus/rules');
const tests = path.join(import.meta.dirname, 'rules');

function check(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(promtool, args, { encoding: 'utf8' });
  assert.equal(status, 0, `promtool ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout + stderr;
}

interface RuleTests {
  readonly tests: readonly {
    readonly alert_rule_test: readonly { readonly alertname: string; readonly exp_alerts?: readonly unknown[] }[];
  }[];
}
const readYaml = (file: string): unknown => parse(readFileSync(file, 'utf8'));

test('every rule file is valid, and has tests that pass', () => {
  const files = readdirSync(rules);
  assert.ok(files.length > 0);
  check('check', 'rules', ...files.map((file) => path.join(rules, file)));
  check('test', 'rules', ...readdirSync(tests).map((file) => path.join(tests, file)));
});

test('every alert has a case where it fires, and one where it does not', () => {
  const cases = readdirSync(tests).flatMap((file) =>
    (readYaml(path.join(tests, file)) as RuleTests).tests.flatMap((one) => one.alert_rule_test)
  );
  for (const file of readdirSync(rules)) {
    const { groups } = readYaml(path.join(rules, file)) as { groups: { rules: { alert: string }[] }[] };
    for (const { alert } of groups.flatMap((group) => group.rules)) {
      const fires = cases
        .filter(({ alertname }) => alertname === alert)
        .map(({ exp_alerts = [] }) => exp_alerts.length > 0);
      assert.deepEqual([...new Set(fires)].sort(), [false, true], alert);
    }
  }
});

test('the rules are loaded once: by the configuration, and by the copy npm start makes, unless Grafana has them', () => {
  const found = `SUCCESS: ${readdirSync(rules).length} rule files found`;
  assert.ok(check('check', 'config', path.join(root, 'provisioning/prometheus/prometheus.yml')).includes(found));
  const data = mkdtempSync(path.join(tmpdir(), 'prometheus config '));
  try {
    const ports = { metrics: 14320, prometheus: 19090, alertmanager: 19093, app: 13000 };
    const copied = (alerts: 'told' | 'seen' | 'none') => {
      prometheusPart('prometheus', { data, ports }, alerts);
      return {
        hasRules: check('check', 'config', path.join(data, 'prometheus.yml')).includes(found),
        tells: readFileSync(path.join(data, 'prometheus.yml'), 'utf8').includes('127.0.0.1:19093'),
      };
    };
    assert.deepEqual(copied('told'), { hasRules: true, tells: true });
    assert.deepEqual(copied('seen'), { hasRules: true, tells: false });
    assert.deepEqual(copied('none'), { hasRules: false, tells: false });
    assert.match(
      readFileSync(path.join(data, 'prometheus-rules/cost.yml'), 'utf8'),
      /http:\/\/127\.0\.0\.1:13000\/a\//
    );
  } finally {
    rmSync(data, { recursive: true });
  }
});
