import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { findPrometheus } from '../../provisioning/embedded/findPrometheus.mjs';
import { grafanaPart } from '../../provisioning/embedded/grafanaPart.mjs';
import { root } from '../../provisioning/embedded/settings.mjs';

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly build?: unknown;
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, unknown>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}
interface Stack {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}
const { services, volumes } = parse(readFileSync(path.join(root, 'docker-compose.yml'), 'utf8'), {
  merge: true,
}) as Stack;
const all = Object.entries(services);

test('images are pinned, nothing runs as root, and what is mounted or waited for is there', () => {
  for (const [name, { image, user, build, volumes: mounts = [], depends_on: needs = {} }] of all) {
    assert.match(image, build ? /^ai-finops:/ : /:(v?\d+\.\d+\.\d+|\$\{GRAFANA_VERSION:-\d+\.\d+\.\d+\})$/, name);
    assert.doesNotMatch(user ?? '', /^(0|root)\b/, name);
    for (const [source = ''] of mounts.map((mount) => mount.split(':'))) {
      assert.ok(source.startsWith('.') ? existsSync(path.join(root, source)) : source in volumes, `${name}: ${source}`);
    }
    assert.deepEqual(
      Object.keys(needs).filter((other) => !(other in services)),
      [],
      name
    );
  }
});

test('what is published is reached from this machine only: the app, and what records, asks and sends by hand', () => {
  const published = all.flatMap(([, { ports = [] }]) => ports);
  assert.deepEqual(
    published.filter((port) => !port.startsWith('127.0.0.1:')),
    []
  );
  const inside = published.map((port) => Number(port.split(':').at(-1))).sort((a, b) => a - b);
  assert.deepEqual(inside, [3000, 4010, 4318, 4321, 9090]);
});

test('a Grafana gets every variable that its provisioning names: one that is not set ends it at start', () => {
  const folder = path.join(root, 'provisioning/grafana');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  const named = new Set(
    files.flatMap((file) => readFileSync(path.join(folder, file), 'utf8').match(/(?<=\$)AI_FINOPS_[A-Z_]+/g) ?? [])
  );
  assert.ok(named.size >= 5);
  const { environment = {}, entrypoint = [] } = services['grafana'] ?? { image: '' };
  const exported = entrypoint.join(' ').match(/(?<=export )\w+/g) ?? [];
  const data = mkdtempSync(path.join(tmpdir(), 'grafana-'));
  try {
    const ports = { app: 1, prometheus: 2, tempo: 3, api: 4, providers: 5 };
    const embedded = grafanaPart({ binary: 'grafana', homePath: '/' }, { data, ports });
    for (const given of [[...Object.keys(environment), ...exported], Object.keys(embedded.env)]) {
      assert.deepEqual(
        [...named].filter((name) => !given.includes(name)),
        []
      );
    }
  } finally {
    rmSync(data, { recursive: true });
  }
});

test('the Prometheus of the stack scrapes the ledger, and leaves the rules to Grafana', async () => {
  const { promtool } = await findPrometheus(path.join(root, '.data/prometheus-package'), () => undefined);
  const script = services['prometheus']?.entrypoint?.at(-1)?.split(' && ')[0]?.replaceAll('$$', '$') ?? '';
  const data = mkdtempSync(path.join(tmpdir(), 'prometheus-'));
  try {
    const here = script
      .replace('/etc/ai-finops', path.join(root, 'provisioning/prometheus'))
      .replace('/tmp/prometheus.yml', path.join(data, 'prometheus.yml'));
    assert.equal(spawnSync('sh', ['-c', here]).status, 0, here);
    const config = parse(readFileSync(path.join(data, 'prometheus.yml'), 'utf8')) as Record<string, unknown>;
    assert.deepEqual(Object.keys(config).sort(), ['global', 'scrape_configs', 'storage']);
    assert.match(JSON.stringify(config), /ledger:4320/);
    assert.doesNotMatch(JSON.stringify(config), /127\.0\.0\.1/);
    assert.equal(spawnSync(promtool, ['check', 'config', path.join(data, 'prometheus.yml')]).status, 0);
  } finally {
    rmSync(data, { recursive: true });
  }
});
