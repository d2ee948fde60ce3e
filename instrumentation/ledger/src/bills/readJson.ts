import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { BillError } from './billError.ts';
import { flatRow } from './flatRow.ts';
import type { BillRow } from './readCsv.ts';

/** A document that is read as one: more than any provider answers at once. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/**
 * The rows of a JSON file: one object a line, in bounded memory, or a list of objects, alone or as `data`, as APIs answer.
 *
 * @throws BillError
 */
export async function* readJson(path: string): AsyncGenerator<BillRow> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  let row = 0;
  for await (const line of lines) {
    const text = row === 0 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim() === '') {
      continue;
    }
    const value = parsed(text);
    if (row === 0 && (!isObject(value) || Array.isArray(value['data']))) {
      lines.close();
      yield* documentRows(path);
      return;
    }
    row += 1;
    yield rowOf(row, value);
  }
}

async function* documentRows(path: string): AsyncGenerator<BillRow> {
  if ((await stat(path)).size > LARGEST_BYTES) {
    throw new BillError({}, 'a JSON document is over 64 MiB: write one object a line');
  }
  const value = parsed((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  const items = isObject(value) ? value['data'] : value;
  if (!Array.isArray(items)) {
    throw new BillError({}, 'the file is no JSON: a list of objects, alone or as "data", or one object a line');
  }
  for (const [index, item] of items.entries()) {
    yield rowOf(index + 1, item);
  }
}

function rowOf(row: number, value: unknown): BillRow {
  if (!isObject(value)) {
    throw new BillError({ row }, 'it is no JSON object');
  }
  return flatRow(row, value);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
