import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CALL_COLUMNS, type CallColumn } from './callColumns.ts';

const TYPES: Readonly<Record<string, Readonly<Record<CallColumn['type'], string>>>> = {
  bigquery: {
    ...{ date: 'DATE', timestamp: 'TIMESTAMP', text: 'STRING', integer: 'INT64' },
    ...{ boolean: 'BOOL', money: 'NUMERIC', json: 'JSON' },
  },
  snowflake: {
    ...{ date: 'DATE', timestamp: 'TIMESTAMP_TZ(6)', text: 'VARCHAR', integer: 'NUMBER(19, 0)' },
    ...{ boolean: 'BOOLEAN', money: 'NUMBER(38, 9)', json: 'VARIANT' },
  },
};

describe.each(Object.entries(TYPES))('%s', (warehouse, types) => {
  const sql = readFileSync(join(__dirname, `../../docs/warehouse/${warehouse}.sql`), 'utf8');
  const table = /CREATE TABLE[^(]*\(\n(.*?)\n\)/s.exec(sql)?.[1] ?? '';

  test('the table has the columns that are written, in their order, with their types', () => {
    const columns = table.split('\n').map((line) => {
      const [, name, type, required] = /^ {2}(\w+) (\w+(?:\([\d, ]+\))?)( NOT NULL)?/.exec(line) ?? [];
      return { name, type, isRequired: required !== undefined };
    });
    expect(columns).toEqual(
      CALL_COLUMNS.map(({ name, type, isRequired }) => ({ name, type: types[type], isRequired }))
    );
  });

  test('it is partitioned by date and clustered by feature', () => {
    expect(sql).toMatch(
      warehouse === 'bigquery' ? /^PARTITION BY day\nCLUSTER BY feature\b/m : /^CLUSTER BY \(day, feature\);/m
    );
  });
});
