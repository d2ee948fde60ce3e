import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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
import { seedBooks, type BooksSize } from './seedBooks.ts';

/** Days exported at once: the export holds the samples of its range in memory. */
export const EXPORTED_DAYS = 50;
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
  for (let first = days; first > 0; first -= EXPORTED_DAYS) {
    const [from, to] = [dayEnd - first * DAY_S, dayEnd - Math.max(first - EXPORTED_DAYS + 1, 1) * DAY_S].map(toDay);
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

interface ServedBooks {
  /** Addresses. */
  readonly prometheus: string;
  readonly api: string;
  /** Where everything is kept until it ends. */
  readonly data: string;
  readonly parts: Parts;
  /** End of the last closed day, seconds. */
  readonly dayEnd: number;
  readonly exportMs: number;
  readonly blocksMs: number;
  end(): Promise<void>;
}

/** Seeded books, a ledger on them, and a real Prometheus that holds their history and scrapes it. */
export async function serveBooks(size: BooksSize): Promise<ServedBooks> {
  const data = mkdtempSync(path.join(tmpdir(), 'ai-finops-books-'));
  const parts = new Parts(path.join(data, 'logs'));
  const end = async () => {
    await parts.end();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    mkdirSync(path.join(data, 'prometheus'));
    seedBooks(path.join(data, 'books'), size);
    const { prometheus, promtool } = await findPrometheus(path.join(root, '.data/prometheus-package'), console.log);
    const spent = await backfill(data, size.days, promtool);
    console.log(`${size.days} days, ${size.tenants} tenants: exported and written as blocks`);
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
    return {
      ...{ prometheus: `http://127.0.0.1:${port}`, api: `http://127.0.0.1:${api}`, data, parts, dayEnd, end },
      ...{ exportMs: spent.export, blocksMs: spent.blocks },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
