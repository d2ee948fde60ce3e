/*
 * npm test [-- SUITE …]: installs what is missing, builds, and runs the suites (all, or those named).
 * Plain JavaScript for Node 20, because it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../provisioning/embedded/build.mjs';
import { findAlertmanager } from '../provisioning/embedded/findAlertmanager.mjs';
import { findChromium } from '../provisioning/embedded/findChromium.mjs';
import { findPrometheus } from '../provisioning/embedded/findPrometheus.mjs';
import { install, node } from '../provisioning/embedded/install.mjs';
import { Parts } from '../provisioning/embedded/Parts.mjs';
import { root } from '../provisioning/embedded/settings.mjs';

const bin = (name) => path.join(root, 'node_modules', name);
const jest = bin('jest/bin/jest.js');
/** Two files at a time: they wait for processes and sockets as often as they compute. */
const nodeTests = (...patterns) => [node, ['--test', '--test-concurrency=2', '--test-reporter=spec', ...patterns]];

const SUITES = {
  unit: () => run(node, [jest]),
  app: () => run(node, [jest, '--config', 'grafana-plugin/jest.config.js']),
  contract: () => run(...nodeTests('test/contract/*.test.ts')),
  workload: () => run(...nodeTests('test/workload/**/*.test.ts')),
  runtimes: () => run(...nodeTests('test/runtimes/*.test.ts')),
  frameworks: () => run(...nodeTests('test/frameworks/*.test.ts')),
  pipeline: () => run(...nodeTests('test/pipeline/*.test.ts')),
  browser: () => browser(),
};

const PASSED = [/^Tests:.*?(\d+) passed/m, /^ℹ pass (\d+)/m, /^ +(\d+) passed/m];
const FAILED = [/^Tests:.*?(\d+) failed/m, /^ℹ fail (\d+)/m, /^ +(\d+) failed/m];

async function main() {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !(name in SUITES));
  if (unknown !== undefined) {
    throw new Error(`npm test knows no suite "${unknown}"; it has ${Object.keys(SUITES).join(', ')}`);
  }
  const names = asked.length > 0 ? asked : Object.keys(SUITES);
  // The suites start hundreds of processes, of which half the time went into reading the same sources.
  process.env.NODE_COMPILE_CACHE ??= path.join(root, '.data/compile-cache');
  await install(console.log);
  process.env.PROMETHEUS_BIN = (
    await findPrometheus(path.join(root, '.data/prometheus-package'), console.log)
  ).prometheus;
  const { alertmanager } = await findAlertmanager(path.join(root, '.data/alertmanager-package'), console.log);
  if (alertmanager) {
    process.env.ALERTMANAGER_BIN = alertmanager;
  }
  if (names.includes('browser')) {
    process.env.CHROMIUM_PATH = await findChromium(console.log);
  }
  await build(['library', 'ledger', 'app', 'preview'], console.log);

  const total = { passed: 0, failed: 0 };
  const summary = [];
  for (const name of names) {
    console.log(`\n── ${name}`);
    const began = Date.now();
    const { code, printed } = await SUITES[name]();
    const { passed, failed } = count(printed);
    // A suite that broke before it could count has failed all the same.
    const lost = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
    total.passed += passed;
    total.failed += failed + lost;
    summary.push(
      `${name.padEnd(12)}${passed} passed, ${failed + lost} failed, ${((Date.now() - began) / 1000).toFixed(0)} s`
    );
  }
  console.log(`\n${summary.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** The browser specs against what `npm start` serves in the preview, on ports and data of its own. */
async function browser() {
  const data = mkdtempSync(path.join(tmpdir(), 'ai-finops-browser-'));
  const ports = {
    APP: 13000,
    OTLP: 14318,
    LEDGER_METRICS: 14320,
    LEDGER_API: 14321,
    PROMETHEUS: 19090,
    ALERTMANAGER: 19093,
    PROVIDERS: 14010,
  };
  const env = Object.fromEntries(Object.entries(ports).map(([name, port]) => [`${name}_PORT`, String(port)]));
  const parts = new Parts(path.join(data, 'logs'));
  try {
    await parts.start({
      name: 'start',
      // What `npm start` runs; npm itself would die of a signal without passing it on.
      command: process.execPath,
      args: ['provisioning/embedded/start.mjs'],
      cwd: root,
      env: { ...env, AI_FINOPS_DATA: data, AI_FINOPS_APP: 'preview' },
      ready: `http://127.0.0.1:${ports.APP}/api/health`,
      seconds: 180,
      // It ends its own parts one after the other; killed before that, it would leave them behind.
      patience: 90,
    });
    const at = (name) => `http://127.0.0.1:${ports[name]}`;
    const urls = ['--grafana', at('APP'), '--prometheus', at('PROMETHEUS'), '--ledger', at('LEDGER_API')];
    return await run(node, ['test/e2e/run.mjs', ...urls]);
  } catch (error) {
    console.error(error.message);
    return { code: 1, printed: '' };
  } finally {
    await parts.end();
    rmSync(data, { recursive: true, force: true });
  }
}

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: process.env });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += chunk;
        process.stdout.write(chunk);
      });
    }
    child.once('close', (code) => resolve({ code, printed }));
  });
}

/** What the suite's runner (jest, node, playwright) says at its end. */
function count(printed) {
  const first = (patterns) => Number(patterns.map((pattern) => pattern.exec(printed)?.[1]).find(Boolean) ?? 0);
  return { passed: first(PASSED), failed: first(FAILED) };
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
