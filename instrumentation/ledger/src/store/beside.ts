import type { ForeignSpan } from '../intake/foreignSpan.ts';
import type { TokenPoint } from '../intake/tokenPoint.ts';
import type { WorkRecord } from '../intake/workRecord.ts';
import type { ReadingBatch } from './reading.ts';

/** What a body holds beside calls. */
export interface Beside {
  readonly work?: readonly WorkRecord[];
  readonly foreign?: readonly ForeignSpan[];
  readonly points?: readonly TokenPoint[];
  /** Their days then hold what was read; a commit with readings has no other work. */
  readonly readings?: ReadingBatch;
}
