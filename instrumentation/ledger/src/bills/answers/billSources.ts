import type { BillBooks } from '../billBooks.ts';
import type { EstimateBooks } from '../estimateBooks.ts';

/** What is asked about bills is answered from. */
export interface BillSources {
  readonly bills: Pick<BillBooks, 'newest' | 'revisions' | 'lines'>;
  readonly books: Pick<EstimateBooks, 'estimates' | 'weights'>;
}
