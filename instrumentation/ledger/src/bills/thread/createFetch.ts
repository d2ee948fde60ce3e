import type { PriceOverlay } from '@ai-finops/instrumentation/pricing';
import { createBillNames } from '../createBillNames.ts';
import { adminKey } from '../fetch/adminKey.ts';
import { fetchBill, type BillApi } from '../fetch/fetchBill.ts';
import type { BillSettings } from './billMessage.ts';

/** Fetches a provider's month, with its models called as the price book calls them. */
export function createFetch({ keyFiles, baseUrls, accounts }: BillSettings, overlay: PriceOverlay) {
  // Loaded where it is needed: most ledgers fetch no bills.
  const named = async () => {
    const { createPriceBook } = await import('@ai-finops/instrumentation/pricing');
    return createBillNames({ accounts, prices: createPriceBook(overlay), rates: undefined });
  };
  let names: ReturnType<typeof named> | undefined;
  return async (api: BillApi, month: string, signal: AbortSignal): ReturnType<typeof fetchBill> => {
    // The file is read each time: a key that is replaced needs no restart.
    const key = adminKey(api, keyFiles[api]);
    names ??= named();
    return fetchBill(api, month, { key, baseUrl: baseUrls[api], names: await names, nowMs: Date.now(), signal });
  };
}
