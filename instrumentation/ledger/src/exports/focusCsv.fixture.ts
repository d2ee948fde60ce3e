import { FOCUS_1_2 } from './focusSpec.fixture.ts';

export type FocusCsvRow = Readonly<Record<string, string | null>>;

export interface FocusCsv {
  readonly ids: readonly string[];
  readonly rows: readonly FocusCsvRow[];
}

/** Reads RFC 4180; nothing between the commas is null. */
export function readFocusCsv(text: string): FocusCsv {
  const lines = [...text.matchAll(/((?:[^",\r\n]*|"(?:[^"]|"")*")(?:,(?:[^",\r\n]*|"(?:[^"]|"")*"))*)\r\n/gy)];
  expect(lines.map(([line]) => line).join('')).toBe(text);
  const [ids = [], ...records] = lines.map(([, line = '']) =>
    [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain = '']) =>
      quoted === undefined ? plain || null : quoted.replaceAll('""', '"')
    )
  );
  expect(records.every(({ length }) => length === ids.length)).toBe(true);
  return {
    ids: ids.map(String),
    rows: records.map((values) => Object.fromEntries(ids.map((id, i) => [id, values[i] ?? null]))),
  };
}

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  String: (text) => text.trim() !== '',
  Decimal: (text) => /^-?\d+(\.\d+)?$/.test(text),
  'Date/Time': (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(Date.parse(text)),
  JSON: (text) => Object.values(JSON.parse(text) as object).every((value) => typeof value === 'string'),
};

/** Every way a file breaks the rules of FOCUS 1.2; nowhere is right. */
export function focusBreaches({ ids, rows }: FocusCsv): string[] {
  const focus = ids.filter((id) => !id.startsWith('x_'));
  const mandatory = Object.entries(FOCUS_1_2).flatMap(([id, [level]]) => (level === 'mandatory' ? id : []));
  return [
    ...mandatory.filter((id) => !focus.includes(id)).map((id) => `${id} is missing`),
    ...focus.filter((id) => !(id in FOCUS_1_2)).map((id) => `${id} is no column`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands twice`),
    ...ids.slice(focus.length).flatMap((id) => (id.startsWith('x_') ? [] : `${id} stands after custom columns`)),
    ...rows.flatMap((row) =>
      focus.flatMap((id) => {
        const [, isNullable = false, type = '', ...allowed] = FOCUS_1_2[id] ?? [];
        const value = row[id] ?? null;
        if (value === null) {
          return isNullable ? [] : `${id} is null`;
        }
        const isRight = FORMATS[type]?.(value) && (allowed.length === 0 || allowed.some((one) => one === value));
        return isRight ? [] : `${id} is ${value}`;
      })
    ),
  ];
}
