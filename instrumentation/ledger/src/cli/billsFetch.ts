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

/** The API that a bill is asked of; undefined: it is in files. @throws Unusable where it is neither or both */
export function billApi(files: readonly string[], { openai, anthropic, month }: FetchOptions): BillApi | undefined {
  if ([files.length > 0, openai, anthropic].filter(Boolean).length !== 1) {
    throw new Unusable('give one of a file (or several), --openai and --anthropic');
  }
  if (files.length === 0 && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month ?? '')) {
    throw new Unusable('give the month: --month YYYY-MM');
  }
  return openai ? 'openai' : anthropic ? 'anthropic' : undefined;
}

/** Asks a billing API with the key of the file, or of the environment. */
export function billsFetch(api: BillApi, { month = '', keyFile, baseUrl }: FetchOptions, names: BillNames) {
  return fetchBill(api, month, { key: adminKey(api, keyFile), baseUrl, names, nowMs: Date.now() });
}
