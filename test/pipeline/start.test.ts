import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { portIsFree } from '../../provisioning/embedded/portIsFree.mjs';
import { root } from '../../provisioning/embedded/settings.mjs';
import { freePort } from './freePort.ts';
import { runService } from './runService.ts';

const script = 'provisioning/embedded/start.mjs';
const names = ['APP', 'OTLP', 'LEDGER_METRICS', 'LEDGER_API', 'PROMETHEUS', 'ALERTMANAGER', 'PROVIDERS'];
const data = mkdtempSync(path.join(tmpdir(), 'ai-finops-start-'));
let env: Record<string, string>;

before(async () => {
  const ports = await Promise.all(names.map(async (name) => [`${name}_PORT`, String(await freePort())] as const));
  env = { ...Object.fromEntries(ports), AI_FINOPS_DATA: data, AI_FINOPS_APP: 'preview', SEED_DAYS: '3' };
});
after(() => rmSync(data, { recursive: true, force: true }));

const start = (overrides: Record<string, string>, ...args: string[]) =>
  runService(script, args, { env: { ...env, ...overrides } });

async function assertOneLine(overrides: Record<string, string>, expected: RegExp): Promise<void> {
  const { code, err } = await start(overrides);
  assert.equal(code, 1);
  assert.match(err, expected);
  assert.equal(err.trim().split('\n').length, 1, `one clear line, not:\n${err}`);
}

test('--help tells ports and settings', async () => {
  const { code, out } = await start({}, '--help');
  assert.equal(code, 0);
  assert.match(out, /PROMETHEUS_PORT=9090/);
});

test('a malformed port is one clear line', () => assertOneLine({ APP_PORT: '80a' }, /APP_PORT=80a is not a port/));

test('a missing Prometheus is one clear line', async () => {
  await assertOneLine({ PROMETHEUS_BIN: '/nowhere/prometheus' }, /no \/nowhere\/prometheus: install Prometheus/);
  const bare = mkdtempSync(path.join(tmpdir(), 'ai-finops-bare-'));
  const settings = { PATH: bare, PROMETHEUS_BIN: '', AI_FINOPS_DATA: bare };
  await assertOneLine(settings, /Prometheus is not on PATH .* install Prometheus/);
  rmSync(bare, { recursive: true });
});

test('a taken port is one clear line', async () => {
  const server = createServer().listen(Number(env['PROMETHEUS_PORT']), '127.0.0.1');
  await assertOneLine({}, /port \d+ \(Prometheus\) is taken; .*PROMETHEUS_PORT/);
  await new Promise((resolve) => server.close(resolve));
});

test('starts all, says so when started twice, and Ctrl-C ends all', { timeout: 180_000 }, async () => {
  const child = spawn(process.execPath, [path.join(root, script)], { cwd: root, env: { ...process.env, ...env } });
  let out = '';
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\nready http://127.0.0.1:')) {
        resolve();
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${out}`)));
  });
  await ready;
  for (const part of ['ledger', 'history', 'prometheus', 'providers', 'services', 'app']) {
    assert.match(out, new RegExp(`^${part} `, 'm'));
  }
  await assertOneLine({}, /already running at http:\/\/127\.0\.0\.1:\d+ \(process \d+\)/);

  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  assert.equal(await exited, 0);
  for (const name of names) {
    assert.ok(await portIsFree(Number(env[`${name}_PORT`])), `${name} is left running`);
  }
  assert.ok(!existsSync(path.join(data, 'running.json')));
});
