/*
 * npm test [-- SUITE …]: installs what is missing, builds, and runs the suites (all, or those named).
 * Plain JavaScript for Node 20, because it runs before anything is installed.
 *
 * A suite waits for processes, sockets, disks and clocks a good part of its time, so two run at once, each line under the
 * name of its suite.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../provisioning/embedded/build.mjs';
import { findAlertmanager } from '../provisioning/embedded/findAlertmanager.mjs';
import { findChromium } from '../provisioning/embedded/findChromium.mjs';
import { findPrometheus } from '../provisioning/embedded/findPrometheus.mjs';
import { install, node } from '../provisioning/embedded/install.mjs';
import { Parts } from '../provisioning/embedded/Parts.mjs';
import { runQuietly } from '../provisioning/embedded/runQuietly.mjs';
import { root } from '../provisioning/embedded/settings.mjs';
import { runUnderName } from './runUnderName.mjs';
import { whatFailed } from './whatFailed.mjs';

const jest = path.join(root, 'node_modules/jest/bin/jest.js');
/** Two files at a time: they wait for processes and sockets as often as they compute. */
const nodeTests = (pattern) => ['--test', '--test-concurrency=2', '--test-reporter=spec', pattern];

const SUITES = {
  unit: [jest],
  app: [jest, '--config', 'grafana-plugin/jest.config.js'],
  contract: nodeTests('test/contract/*.test.ts'),
  workload: nodeTests('test/workload/**/*.test.ts'),
  runtimes: nodeTests('test/runtimes/*.test.ts'),
  frameworks: nodeTests('test/frameworks/*.test.ts'),
  pipeline: nodeTests('test/pipeline/*.test.ts'),
  browser: ['test/e2e/run.mjs'],
};
/** The longest first, so that two end together; before them what can begin at once. */
const ORDER = ['app', 'unit', 'runtimes', 'pipeline', 'browser', 'workload', 'frameworks', 'contract'];
/** It tests sources, and need not wait until those are built. */
const FROM_SOURCE = ['app'];

const PASSED = [/^Tests:.*?(\d+) passed/m, /^ℹ pass (\d+)/m, /^ +(\d+) passed/m];
const FAILED = [/^Tests:.*?(\d+) failed/m, /^ℹ fail (\d+)/m, /^ +(\d+) failed/m];

async function main() {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !(name in SUITES));
  if (unknown !== undefined) {
    throw new Error(`npm test knows no suite "${unknown}"; it has ${Object.keys(SUITES).join(', ')}`);
  }
  const names = Object.keys(SUITES).filter((name) => asked.length === 0 || asked.includes(name));
  // The suites start hundreds of processes, of which half the time went into reading the same sources.
  process.env.NODE_COMPILE_CACHE ??= path.join(root, '.data/compile-cache');
  process.env.AI_FINOPS_BUILT_LEDGER = path.join(root, 'instrumentation/ledger/dist/cli/main.js');
  await allOf([install(console.log), findPrograms(names)]);

  const results = new Map();
  const runSuite = async (name, ...more) => {
    const began = Date.now();
    const { code, printed } = await runUnderName(name, node, [...SUITES[name], ...more]);
    results.set(name, count(code, printed, (Date.now() - began) / 1000));
  };
  const ready = prepare(names);
  const waiting = ORDER.filter((name) => names.includes(name));
  let stack;
  const row = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      if (name === 'browser' || waiting[0] === 'browser') {
        // Its history is written while the suite before it runs.
        stack ??= ready.then(startStack);
        // Said by whoever waits for `ready`.
        stack.catch(() => undefined);
      }
      await (FROM_SOURCE.includes(name) || ready);
      if (name === 'browser') {
        const { urls, end } = await stack;
        await (urls ? runSuite(name, ...urls) : results.set(name, count(1, '', 0)));
        await end();
      } else {
        await runSuite(name);
      }
    }
    await ready;
  };
  await allOf([ready, row(), row()]);
  summarize(names, results);
}

/** What is not npm's; apt-get does one thing at a time. */
async function findPrograms(names) {
  const { prometheus } = await findPrometheus(path.join(root, '.data/prometheus-package'), console.log);
  process.env.PROMETHEUS_BIN = prometheus;
  const { alertmanager } = await findAlertmanager(path.join(root, '.data/alertmanager-package'), console.log);
  if (alertmanager) {
    process.env.ALERTMANAGER_BIN = alertmanager;
  }
  if (names.includes('browser')) {
    process.env.CHROMIUM_PATH = await findChromium(console.log);
  }
}

/** What suites need that do not run from source. */
function prepare(names) {
  const nodes = names.includes('runtimes') && runQuietly(node, ['test/runtimes/fetchNodes.ts'], { cwd: root });
  return allOf([
    build(['library', 'ledger', 'app', 'preview'], console.log),
    // Where a Node cannot be installed, the tests that need it say why.
    nodes && nodes.catch(() => undefined),
  ]);
}

/** What `npm start` serves in the preview, on ports and data of its own; no `urls` where it did not start. */
async function startStack() {
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
  const at = (name) => `http://127.0.0.1:${ports[name]}`;
  const env = Object.fromEntries(Object.entries(ports).map(([name, port]) => [`${name}_PORT`, String(port)]));
  const parts = new Parts(path.join(data, 'logs'));
  const end = async () => {
    await parts.end();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await parts.start({
      name: 'start',
      // What `npm start` runs; npm itself would die of a signal without passing it on.
      command: process.execPath,
      args: ['provisioning/embedded/start.mjs'],
      cwd: root,
      env: { ...env, AI_FINOPS_DATA: data, AI_FINOPS_APP: 'preview' },
      ready: `${at('APP')}/api/health`,
      seconds: 180,
      // It ends its own parts one after the other; killed before that, it would leave them behind.
      patience: 90,
    });
    return { urls: ['--grafana', at('APP'), '--prometheus', at('PROMETHEUS'), '--ledger', at('LEDGER_API')], end };
  } catch (error) {
    console.error(error.message);
    return { end };
  }
}

/** What the suite's runner (jest, node, playwright) says at its end. */
function count(code, printed, seconds) {
  const first = (patterns) => Number(patterns.map((pattern) => pattern.exec(printed)?.[1]).find(Boolean) ?? 0);
  const [passed, failed] = [first(PASSED), first(FAILED)];
  // A suite that broke before it could count has failed all the same.
  const lost = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  return { passed, failed: failed + lost, seconds, failures: failed + lost > 0 ? whatFailed(printed) : undefined };
}

function summarize(names, results) {
  const total = (what) => names.reduce((sum, name) => sum + results.get(name)[what], 0);
  const lines = names.map((name) => {
    const { passed, failed, seconds } = results.get(name);
    return `${name.padEnd(12)}${passed} passed, ${failed} failed, ${seconds.toFixed(0)} s`;
  });
  for (const name of names) {
    const { failures } = results.get(name);
    if (failures) {
      console.log(`\nFailed in ${name}:\n${failures}`);
    }
  }
  console.log(`\n${lines.join('\n')}\n${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') > 0 ? 1 : 0;
}

/** Waits for all, so that nothing is left running; then fails as the first that failed. */
async function allOf(promises) {
  const failed = (await Promise.allSettled(promises)).find(({ status }) => status === 'rejected');
  if (failed) {
    throw failed.reason;
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
