import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { findPrometheus } from '../../../provisioning/embedded/findPrometheus.mjs';
import { node } from '../../../provisioning/embedded/install.mjs';
import { Parts } from '../../../provisioning/embedded/Parts.mjs';
import { prometheusPart } from '../../../provisioning/embedded/prometheusPart.mjs';
import { runQuietly } from '../../../provisioning/embedded/runQuietly.mjs';
import { root } from '../../../provisioning/embedded/settings.mjs';
import { freePort } from '../../pipeline/freePort.ts';
import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';
import { appQuestions } from './appQuestions.ts';
import { seedBooks, type BooksSize } from './seedBooks.ts';
import { timeQuestion } from './timeQuestion.ts';

/*
 * How fast every query of the app is on a real Prometheus whose history came by `ledger export`, with 10,000 tenants and
 * 90 and 400 days, while a ledger runs on the same books and is scraped.
 */
const SIZES: readonly BooksSize[] = process.argv.includes('--quick')
  ? [{ days: 90, tenants: 1_000 }]
  : [
      { days: 90, tenants: 10_000 },
      { days: 400, tenants: 10_000 },
    ];
/** Days exported at once: the export holds the samples of its range in memory. */
const RANGE = 50;
const DAY_S = 86_400;
const ledger = path.join(root, 'instrumentation/ledger/dist/cli/main.js');
const toDay = (seconds: number) => new Date(seconds * 1_000).toISOString().slice(0, 10);
const dayEnd = Math.floor(Date.now() / 1_000 / DAY_S) * DAY_S;

async function exportRange(books: string, file: string, from: string, to: string): Promise<void> {
  const args = [ledger, 'ledger', 'export', '--openmetrics', '--data', books, '--from', from, '--to', to];
  const exporter = spawn(node, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(exporter, 'close') as Promise<[number]>;
  await pipeline(exporter.stdout, createWriteStream(file));
  const [code] = await exited;
  if (code !== 0) {
    throw new Error(`the export ended with code ${code}`);
  }
}

async function backfill(data: string, days: number, promtool: string): Promise<{ export: number; blocks: number }> {
  const spent = { export: 0, blocks: 0 };
  const file = path.join(data, 'closes.om');
  for (let first = days; first > 0; first -= RANGE) {
    const [from, to] = [dayEnd - first * DAY_S, dayEnd - Math.max(first - RANGE + 1, 1) * DAY_S].map(toDay);
    const began = performance.now();
    await exportRange(path.join(data, 'books'), file, String(from), String(to));
    const exported = performance.now();
    const blocks = ['tsdb', 'create-blocks-from', '--max-block-duration=486h', 'openmetrics', '-q', file];
    await runQuietly(promtool, [...blocks, path.join(data, 'prometheus')]);
    spent.export += exported - began;
    spent.blocks += performance.now() - exported;
  }
  rmSync(file);
  return spent;
}

async function measure(size: BooksSize): Promise<string> {
  const { days, tenants } = size;
  const data = mkdtempSync(path.join(tmpdir(), 'ai-finops-queries-'));
  const parts = new Parts(path.join(data, 'logs'));
  try {
    mkdirSync(path.join(data, 'prometheus'));
    seedBooks(path.join(data, 'books'), size);
    const { prometheus, promtool } = await findPrometheus(path.join(root, '.data/prometheus-package'), console.log);
    const spent = await backfill(data, days, promtool);
    console.log(`${days} days, ${tenants} tenants: exported and written as blocks`);
    const [intake, metrics, api, port] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
    const listen = ['--intake-port', intake, '--metrics-port', metrics, '--api-port', api].map(String);
    const finops = ['--finops', path.join(root, 'test/workload/finops.yaml')];
    await parts.start({
      name: 'ledger',
      command: node,
      args: [ledger, 'ledger', ...listen, '--data', path.join(data, 'books'), ...finops],
      ready: `http://127.0.0.1:${metrics}/healthz`,
      seconds: 120,
    });
    await parts.start({
      ...prometheusPart(prometheus, { data, ports: { metrics, prometheus: port, app: port } }, 'none'),
      seconds: 120,
    });
    const url = `http://127.0.0.1:${port}`;
    const rows: string[][] = [];
    for (const question of await appQuestions(days)) {
      const times = await timeQuestion(url, question, { dayEnd, days });
      rows.push([
        question.name,
        String(times.series),
        ...[times.first, times.p50, times.p95].map((ms) => ms.toFixed(0)),
      ]);
      console.log(rows.at(-1)?.join('  '));
    }
    const seconds = (ms: number) => (ms / 1_000).toFixed(0);
    return `## ${days} days, ${tenants.toLocaleString('en')} tenants

Export ${seconds(spent.export)} s, \`promtool tsdb create-blocks-from\` ${seconds(spent.blocks)} s, ${RANGE} days at a time.

${markdownTable(['query', 'series', 'first, ms', 'p50, ms', 'p95, ms'], rows)}`;
  } finally {
    await parts.end();
    rmSync(data, { recursive: true, force: true });
  }
}

const sections: string[] = [];
for (const size of SIZES) {
  sections.push(await measure(size));
}
await publish(
  'instrumentation/ledger/docs/queries.md',
  'Queries on a long history',
  'queries',
  `Every query of the app (\`grafana-plugin/src/queries\`) and the ones by tenant of [metrics.md](metrics.md), over HTTP against
the real Prometheus, one after the other, 20 times each (fewer where one takes seconds), while a ledger with the same books
is scraped. Books: 40 features, 480 sets of labels, every tenant on every day. "First" is the first time the query is asked.
Answers without a series ask for what these books do not have (calls of a day that is open).

${sections.join('\n\n')}`
);
