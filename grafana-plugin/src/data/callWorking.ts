import type { Call } from './call.ts';

/** One line of a price: quantity × paid rate = USD. Amounts are exact decimal text; rates are USD a million. */
interface WorkingLine {
  readonly component: string;
  readonly quantity: number;
  readonly listPerMillion: string;
  readonly tierFactor: string;
  readonly paidPerMillion: string;
  readonly source: string;
  readonly usd: string;
}

/** How the price of a call came about, by the prices the ledger has now; or why it has no lines. */
type Working =
  | {
      readonly kind: 'priced';
      /** The UTC day whose card is in force. */
      readonly day: string;
      readonly card: string;
      readonly longContextAbove?: number;
      readonly contracts: readonly { readonly id: string }[];
      readonly components: readonly WorkingLine[];
      readonly usd: string;
      readonly bookedUsd: string | null;
      readonly isAsBooked: boolean;
    }
  | { readonly kind: 'provider'; readonly usd: string }
  | { readonly kind: 'free' }
  | { readonly kind: 'unpriced'; readonly reason: string };

/** What `/call` answers. */
export interface CallWorking {
  readonly call: Call;
  readonly rateCard: string;
  readonly working: Working;
}
