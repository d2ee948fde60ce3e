import { createInterface } from 'node:readline';
import { BillError } from './billError.ts';
import { flatRow } from './flatRow.ts';
import { openBill } from './openBill.ts';
import type { BillRow } from './readCsv.ts';

/** Characters of a document that is read as one: more than any provider answers at once. */
const LARGEST = 64 * 1024 * 1024;

/**
 * The rows of a JSON file: one object a line, in bounded memory, or a list of objects, alone or as `data`, as APIs answer.
 *
 * @throws BillError
 */
export async function* readJson(path: string): AsyncGenerator<BillRow> {
  const lines = createInterface({ input: openBill(path), crlfDelay: Infinity });
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
  let text = '';
  for await (const part of openBill(path)) {
    text += String(part);
    if (text.length > LARGEST) {
      throw new BillError({}, 'a JSON document is over 64 Mi characters: write one object a line');
    }
  }
  const value = parsed(text.replace(/^\uFEFF/, ''));
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
