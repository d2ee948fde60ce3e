import { fetchBill, type BillApi } from '../bills/fetch/fetchBill.ts';
import type { BillNames } from '../bills/normaliseLine.ts';
import { Unusable } from '../store/unusable.ts';
import { adminKey } from '../bills/fetch/adminKey.ts';

export interface FetchOptions {
  readonly openai?: boolean;
  readonly anthropic?: boolean;
  readonly month?: string;
  readonly keyFile?: string;
  readonly baseUrl?: string;
}

/** The API that a bill is asked of; undefined: it is in a file. @throws Unusable where it is neither or both */
export function billApi(file: string | undefined, { openai, anthropic, month }: FetchOptions): BillApi | undefined {
  if ([file !== undefined, openai, anthropic].filter(Boolean).length !== 1) {
    throw new Unusable('give one of a file, --openai and --anthropic');
  }
  if (file === undefined && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month ?? '')) {
    throw new Unusable('give the month: --month YYYY-MM');
  }
  return openai ? 'openai' : anthropic ? 'anthropic' : undefined;
}

/** Asks a billing API with the key of the file, or of the environment. */
export function billsFetch(api: BillApi, { month = '', keyFile, baseUrl }: FetchOptions, names: BillNames) {
  return fetchBill(api, month, { key: adminKey(api, keyFile), baseUrl, names, nowMs: Date.now() });
}
