import type { SQLInputValue } from 'node:sqlite';
import type { Dictionary } from './dictionary.ts';
import type { RepricedCall } from './repriceCall.ts';
import type { RollupEntry } from './rollup.ts';

/** How a table of calls is written; all of them are read by the same names of columns. */
export interface CallLayout {
  /** What is written of a call, in the order of `values`. */
  readonly columns: readonly string[];
  values(entry: RollupEntry, dictionary: Dictionary): readonly SQLInputValue[];
  /** The SET clause that puts another price in place, with as many values as `repriced` has. */
  readonly repricing: string;
  repriced(now: RepricedCall, dictionary: Dictionary): readonly SQLInputValue[];
}
