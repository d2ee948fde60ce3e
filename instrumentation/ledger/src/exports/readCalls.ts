import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { callTableName } from '../store/callTableName.ts';
import type { EventDay } from '../store/eventDay.ts';
import { storedText } from '../store/storedText.ts';

/**
 * The kept calls of a day with their labels, by time, a page at a time: a read that lasted would keep
 * the write-ahead log growing. Integers are bigints. Not one state of the books:
 * whoever needs that compares before and after.
 */
export function* readCalls(
  database: DatabaseSync,
  day: EventDay,
  pageCalls: number
): Generator<Record<string, SQLOutputValue>[]> {
  const labels = ['feature', 'team', 'request_type', 'provider', 'model', 'account', 'service_tier', 'environment'];
  const page = database.prepare(`
    SELECT ${day} AS for_day, c.*, ${labels.map((label) => `d.${label}`).join(', ')},
      t.value AS tenant, r.value AS rate_card_text, s.value AS stop_reason_text,
      ${storedText('wire_model')} AS wire_model_text, ${storedText('request_path')} AS request_path_text
    FROM (SELECT * FROM ${callTableName(day)} WHERE (start_us, key) > (?, ?) ORDER BY start_us, key LIMIT ${pageCalls}) c
    JOIN dimension d ON d.id = c.dimension JOIN name t ON t.id = c.tenant JOIN name r ON r.id = c.rate_card
    LEFT JOIN name s ON s.id = c.stop_reason
    ORDER BY c.start_us, c.key`);
  page.setReadBigInts(true);
  let last: { readonly startUs: bigint; readonly key: Uint8Array } = { startUs: -1n, key: new Uint8Array() };
  for (;;) {
    const rows = page.all(last.startUs, last.key);
    const end = rows.at(-1);
    if (!end) {
      return;
    }
    yield rows;
    last = { startUs: end['start_us'] as bigint, key: end['key'] as Uint8Array };
  }
}
