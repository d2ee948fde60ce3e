/*
 * npm run e2e -- [--grafana URL] [--prometheus URL] [--ledger URL] [playwright's own options]: the browser specs against a
 * running app, in the preview or in any Grafana. Numbers are compared with what Prometheus answers when asked directly; the
 * ledger's API takes what a deploy pipeline records.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const own = ['--grafana', '--prometheus', '--ledger'];
const argv = process.argv.slice(2);
const isOwn = (_, index) => own.includes(argv[index]) || own.includes(argv[index - 1] ?? '');
const { values } = parseArgs({
  args: argv.filter(isOwn),
  options: {
    grafana: { type: 'string', default: process.env.E2E_URL ?? 'http://127.0.0.1:3000' },
    prometheus: { type: 'string', default: process.env.PROMETHEUS_URL ?? 'http://127.0.0.1:9090' },
    ledger: { type: 'string', default: process.env.LEDGER_API_URL ?? 'http://127.0.0.1:4321' },
  },
});

const playwright = path.join(root, 'node_modules/@playwright/test/cli.js');
const config = path.join(root, 'test/e2e/playwright.config.ts');
const rest = argv.filter((argument, index) => !isOwn(argument, index));
spawn(process.execPath, [playwright, 'test', '--config', config, ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    E2E_URL: values.grafana,
    PROMETHEUS_URL: values.prometheus,
    LEDGER_API_URL: values.ledger,
  },
}).once('close', (code) => {
  process.exitCode = code ?? 1;
});
