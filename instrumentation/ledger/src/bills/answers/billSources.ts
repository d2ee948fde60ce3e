import type { PriceOverlay } from '@ai-finops/instrumentation/pricing';
import type { BillBooks } from '../billBooks.ts';
import type { EstimateBooks } from '../estimateBooks.ts';

/** What is asked about bills is answered from. */
export interface BillSources {
  readonly bills: Pick<BillBooks, 'newest' | 'revisions' | 'lines'>;
  readonly books: Pick<EstimateBooks, 'estimates' | 'uses' | 'weights'>;
  /** What is agreed on, and which models are one's own. */
  readonly overlay: Pick<PriceOverlay, 'contracts'>;
}
