import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { node } from './install.mjs';
import { listDays } from './listDays.mjs';
import { ownersFile } from './ownersFile.mjs';
import { runQuietly } from './runQuietly.mjs';
import { root } from './settings.mjs';

const ledger = path.join(root, 'instrumentation/ledger/dist/cli/main.js');

/**
 * Writes the closed days Prometheus does not have as blocks into its storage, before it starts.
 * A scrape reaches back two days; whatever closed while Prometheus was not running comes this way.
 */
export async function backfill({ data, ports }, promtool) {
  const storage = path.join(data, 'prometheus');
  const marker = path.join(storage, 'backfilled-through');
  const openMetrics = path.join(data, 'closes.om');
  mkdirSync(storage, { recursive: true });

  const days = await listDays(ports);
  const done = existsSync(marker) ? readFileSync(marker, 'utf8') : '';
  const missing = days.filter(({ day, state }) => state === 'closed' && day > done).map(({ day }) => day);
  if (missing.length === 0) {
    return 0;
  }
  const [from, to] = [missing[0], missing.at(-1)];
  const args = [ledger, 'ledger', 'export', '--openmetrics', '--from', from, '--to', to];
  const exporter = spawn(node, [...args, '--data', path.join(data, 'ledger'), '--finops', ownersFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => exporter.once('close', resolve));
  await pipeline(exporter.stdout, createWriteStream(openMetrics));
  if ((await ended) !== 0) {
    throw new Error('the ledger could not export its closed days');
  }
  // Blocks of 20 days: with the default of two hours the input is read again for every block.
  const create = ['tsdb', 'create-blocks-from', '--max-block-duration=486h', 'openmetrics', '-q', openMetrics, storage];
  await runQuietly(promtool, create);
  rmSync(openMetrics);
  writeFileSync(marker, to);
  return missing.length;
}
