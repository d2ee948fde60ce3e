import { createWriteStream, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { EventDay } from '../store/eventDay.ts';
import { dayText } from '../store/dayText.ts';
import { makeDirectory } from '../store/makeDirectory.ts';
import { CALL_COLUMNS } from './callColumns.ts';
import { dayState, type DayState } from './dayState.ts';
import { partition, type Manifest } from './partition.ts';
import { readCalls } from './readCalls.ts';

/** Calls a file: warehouses load many files of some ten MB side by side. */
const SIZES = { part: 500_000, page: 2_000 };

type Row = Readonly<Record<string, SQLOutputValue>>;

/**
 * Writes a day's calls into its folder and gives it its name once it is whole and adds up to the books; a folder that
 * stood there is exchanged. Memory does not grow with the day.
 *
 * @returns undefined where the books of the day moved meanwhile: nothing was changed, try again
 * @throws the file system's error
 */
export async function writePartition(
  database: DatabaseSync,
  out: string,
  day: EventDay,
  sizes = SIZES
): Promise<Manifest | undefined> {
  const { place, unfinished, former, manifestIn } = partition(out, day);
  rmSync(unfinished, { recursive: true, force: true });
  makeDirectory(unfinished);
  const before = dayState(database, day);
  const seen = { calls: 0, costNanoUsd: 0n, listNanoUsd: 0n };
  const parts: Manifest['parts'] = [];
  const pages = readCalls(database, day, sizes.page);
  let page = pages.next();
  while (!page.done) {
    const file = `part-${String(parts.length).padStart(5, '0')}.jsonl.gz`;
    const first = seen.calls;
    const part = function* (): Generator<string> {
      while (!page.done && seen.calls - first < sizes.part) {
        yield lines(page.value, seen);
        page = pages.next();
      }
    };
    const target = createWriteStream(join(unfinished, file), { flush: true });
    await pipeline(Readable.from(part()), createGzip({ level: 6 }), target);
    parts.push({ file, calls: seen.calls - first });
  }
  if (dayState(database, day).fingerprint !== before.fingerprint || !isSame(seen, before)) {
    rmSync(unfinished, { recursive: true });
    return undefined;
  }
  const manifest: Manifest = {
    ...{ version: 1, day: dayText(day), fingerprint: before.fingerprint, calls: before.calls },
    ...{ costNanoUsd: String(before.costNanoUsd), listNanoUsd: String(before.listNanoUsd), parts },
  };
  writeFileSync(manifestIn(unfinished), `${JSON.stringify(manifest, undefined, 2)}\n`, { flush: true });
  rmSync(former, { recursive: true, force: true });
  if (existsSync(place)) {
    renameSync(place, former);
  }
  renameSync(unfinished, place);
  rmSync(former, { recursive: true, force: true });
  return manifest;
}

interface Seen {
  calls: number;
  costNanoUsd: bigint;
  listNanoUsd: bigint;
}

function lines(rows: readonly Row[], seen: Seen): string {
  let text = '';
  for (const row of rows) {
    seen.calls += 1;
    seen.costNanoUsd += (row['cost'] as bigint | null) ?? 0n;
    seen.listNanoUsd += (row['list'] as bigint | null) ?? 0n;
    text += `${JSON.stringify(Object.fromEntries(CALL_COLUMNS.map(({ name, value }) => [name, value(row)])))}\n`;
  }
  return text;
}

function isSame(seen: Seen, { calls, costNanoUsd, listNanoUsd }: DayState): boolean {
  return seen.calls === calls && seen.costNanoUsd === costNanoUsd && seen.listNanoUsd === listNanoUsd;
}
