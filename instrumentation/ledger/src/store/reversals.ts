import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { BookedEntry } from './bookedEntry.ts';
import type { BookReason } from './bookRow.ts';
import type { CallTables } from './callTables.ts';
import type { Dictionary } from './dictionary.ts';
import type { EventDay } from './eventDay.ts';
import type { Rollup } from './rollup.ts';
import { TAKEN_BACK_DAY } from './takenBackDay.ts';

/** A price as `bookedEntry` keeps it. */
interface Amounts {
  readonly quantities: object;
  readonly cost: string | null;
  readonly list: string;
  readonly reason: string;
}

/** One booking of a call that is taken back. */
interface Step {
  readonly times: 1 | -1;
  readonly day: EventDay;
  readonly reason: BookReason | '';
  readonly amounts: Amounts;
}

/** Takes booked calls back, exactly: out of the single calls and, on an open day, out of the sums. */
export class Reversals {
  private readonly insert: StatementSync;
  private readonly drop: StatementSync;
  private readonly calls: CallTables;
  private readonly dictionary: Dictionary;

  constructor(database: DatabaseSync, calls: CallTables, dictionary: Dictionary) {
    this.calls = calls;
    this.dictionary = dictionary;
    this.insert = database.prepare(`INSERT INTO reversed_call VALUES (${Array(15).fill('?').join(', ')})`);
    this.drop = database.prepare('DELETE FROM reversed_call WHERE for_day < ?');
  }

  /**
   * A call whose day is open and whose price was never corrected leaves as if it had never come. Else what the books say
   * stands, and the price that holds now is booked against it, reason `superseded`. Both ways it stays in the sums over
   * everything, from which live counters are restored.
   *
   * @param day the day it was booked on, or the open day where that is closed
   */
  takeBack(key: Buffer, entry: BookedEntry, day: EventDay, rollup: Rollup): void {
    const { former = [], forDay, startUs } = entry;
    this.calls.remove(forDay, startUs, key, former.length > 0);
    const isTraced = day !== entry.day || former.length > 0;
    const why = isTraced ? ({ reason: 'superseded' } as const) : {};
    rollup.add({ ...entry, ...why, day }, -1);
    rollup.add({ ...entry, ...why, day: TAKEN_BACK_DAY, forDay: TAKEN_BACK_DAY });
    if (isTraced) {
      stepsOf(entry, day).forEach((step, index) => this.keep(key, index, entry, step));
    }
  }

  /** Drops what days before `day` need to be verified. */
  dropBefore(day: EventDay): void {
    this.drop.run(day);
  }

  private keep(
    key: Buffer,
    index: number,
    { record, forDay, dimension }: BookedEntry,
    { times, day, reason, amounts }: Step
  ): void {
    this.insert.run(
      ...([forDay, key, index, times, day, reason, dimension, this.dictionary.name(record.tenant)] as const),
      record.status,
      Number(record.attempt > 1),
      amounts.reason,
      BigInt(amounts.cost ?? 0),
      BigInt(amounts.list),
      record.durationUs,
      JSON.stringify(amounts.quantities)
    );
  }
}

/** Each price on the day it came, less it on the day it went. */
function stepsOf({ day: cameOn, priced, former = [] }: BookedEntry, takenBackOn: EventDay): Step[] {
  const { price, quantities } = priced;
  const now: Amounts =
    price.kind === 'priced'
      ? { quantities, cost: String(price.nanoUsd), list: String(price.listNanoUsd), reason: '' }
      : { quantities, cost: null, list: '0', reason: price.reason };
  const prices = [...former, { ...now, replacedOn: takenBackOn }];
  return prices.flatMap((amounts, index): Step[] => {
    const came = prices[index - 1]?.replacedOn;
    const isLast = index === prices.length - 1;
    return [
      { times: 1, day: came ?? cameOn, reason: came === undefined ? '' : 'repriced', amounts },
      { times: -1, day: amounts.replacedOn, reason: isLast ? 'superseded' : 'repriced', amounts },
    ];
  });
}
