import type { Accountable } from './accountable.ts';
import type { Answer } from './answer.ts';
import type { HeadlineDay } from './headlineDay.ts';
import type { BillTrust } from './readBillTrust.ts';

/** The day before today in figures; costs in USD. undefined = the series hold nothing for that question. */
export interface HeadlineNumbers {
  /** The day, 00:00 UTC in ms. */
  readonly day: number;
  readonly state: HeadlineDay['state'];
  readonly cost: Answer<number | undefined>;
  readonly calls: Answer<number | undefined>;
  readonly weekBefore: Answer<number | undefined>;
  /** Closed days of the current month; undefined on its first day, while none is closed. */
  readonly month: { readonly days: number; readonly cost: Answer<number | undefined> } | undefined;
  /** Who answers for it; undefined without an owners file. */
  readonly owner: Answer<Accountable | undefined>;
  /** What a month may cost, in all environments; undefined without a budget of what is shown. */
  readonly budget: Answer<number | undefined>;
  /** Of the last closed day, without filters. */
  readonly unallocated: Answer<number | undefined>;
  readonly allCost: Answer<number | undefined>;
  readonly unpriced: Answer<number | undefined>;
  /** How well the newest bill agreed; undefined where none was imported. */
  readonly bill: Answer<BillTrust | undefined>;
  /** Cost of the day beyond inference, by line of the owners file. */
  readonly otherCost: Answer<ReadonlyMap<string, number>>;
}
