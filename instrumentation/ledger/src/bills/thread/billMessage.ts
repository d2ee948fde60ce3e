import type { PriceOverlay } from '@ai-finops/instrumentation/pricing';
import type { MessagePort } from 'node:worker_threads';
import type { BILL_ANSWERS } from '../answers/billAnswers.ts';
import type { BillApi } from '../fetch/fetchBill.ts';

/** What of bills a ledger fetches by itself. */
export interface BillSettings {
  readonly keyFiles: Readonly<Record<BillApi, string | undefined>>;
  readonly baseUrls: Readonly<Record<BillApi, string | undefined>>;
  /** When in the UTC day, ms after midnight. */
  readonly afterMidnightMs: number;
  /** The books' account by the provider's. */
  readonly accounts: ReadonlyMap<string, string>;
}

/** What the thread of bills is started with. */
export interface BillThreadSettings {
  /** Bills' own file. */
  readonly path: string;
  /** The ledger's, which is only read. */
  readonly booksPath: string;
  /** The APIs that an admin key was given for. */
  readonly apis: readonly BillApi[];
  readonly settings: BillSettings;
  readonly overlay: PriceOverlay;
}

export type BillThreadSetup = BillThreadSettings & { readonly port: MessagePort };

/** Main thread to that of bills. */
export type BillRequest =
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly name: keyof typeof BILL_ANSWERS;
      readonly query: unknown;
    }
  | { readonly kind: 'reconcile' | 'stop' };

/** And back, each small: what is long is bytes that are moved. */
export type BillReply =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string }
  /** What `/metrics` says of bills, as it says it. */
  | { readonly kind: 'metrics'; readonly text: Uint8Array<ArrayBuffer> }
  /** When each API was last asked with success; 0: never. */
  | { readonly kind: 'asked'; readonly fetchedMs: ReadonlyMap<string, number> }
  | { readonly kind: 'unreconciled'; readonly error: string }
  | {
      readonly kind: 'fetched';
      readonly provider: BillApi;
      readonly months: readonly string[];
      /** How many of them said something new. */
      readonly kept: number;
    }
  | { readonly kind: 'unfetched'; readonly provider: BillApi; readonly error: string };
