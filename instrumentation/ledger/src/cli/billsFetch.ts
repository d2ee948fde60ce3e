import { readFileSync } from 'node:fs';
import { fetchBill, type BillApi } from '../bills/fetch/fetchBill.ts';
import type { BillNames } from '../bills/normaliseLine.ts';
import { Unusable } from '../store/unusable.ts';
import { isLoopback } from './isLoopback.ts';

export interface FetchOptions {
  readonly openai?: boolean;
  readonly anthropic?: boolean;
  readonly month?: string;
  readonly keyFile?: string;
  readonly baseUrl?: string;
}

const KEY_OF: Readonly<Record<BillApi, string>> = { openai: 'OPENAI_ADMIN_KEY', anthropic: 'ANTHROPIC_ADMIN_KEY' };

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
  const url = baseUrl === undefined ? undefined : new URL(baseUrl);
  if (url?.protocol === 'http:' && !isLoopback(url.hostname.replace(/^\[|\]$/g, ''))) {
    throw new Unusable('--base-url over http would show the key to the network: give https');
  }
  const key = (keyFile === undefined ? process.env[KEY_OF[api]] : readFileSync(keyFile, 'utf8'))?.trim();
  if (!key) {
    throw new Unusable(`no admin key: set ${KEY_OF[api]}, or give --key-file`);
  }
  return fetchBill(api, month, { key, baseUrl, names, nowMs: Date.now() });
}
