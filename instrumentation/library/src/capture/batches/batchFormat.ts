import type { ReportedUsage } from '../../pricing/index.ts';
import type { FieldTree } from '../wire/fieldTree.ts';
import type { BatchFields } from './batchFields.ts';

/** How one provider's batches look when they are fetched. */
export interface BatchFormat {
  /** The path of a download of results; the first group is what the batch goes by there. */
  readonly results: RegExp;
  /** The path of a batch itself, which says when it ended. */
  readonly batch: RegExp;
  /** What to read from a batch. */
  readonly status: FieldTree;
  /** What to read from one line of results. */
  readonly line: FieldTree;
  usage(fields: BatchFields): ReportedUsage | undefined;
}
