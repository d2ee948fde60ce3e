import type { BillState } from '../../analysis/reconciliation/billLine.ts';
import type { BillMonth } from '../billMonths.ts';
import { BillError } from '../billError.ts';
import type { BillNames } from '../normaliseLine.ts';
import { billPeriod } from './billPeriod.ts';
import { createBillRequest } from './createBillRequest.ts';
import { fetchAnthropicBill } from './fetchAnthropicBill.ts';
import { fetchedMonth } from './fetchedMonth.ts';
import { fetchOpenAiBill } from './fetchOpenAiBill.ts';

export type BillApi = keyof typeof APIS;

const APIS = {
  openai: {
    baseUrl: 'https://api.openai.com',
    headers: (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` }),
    right: 'OPENAI_ADMIN_KEY has to be an admin key (sk-admin-…) with the right to read usage (api.usage.read)',
    fetch: fetchOpenAiBill,
  },
  anthropic: {
    baseUrl: 'https://api.anthropic.com',
    headers: (key: string): Record<string, string> => ({
      'x-api-key': key,
      'anthropic-version': '2023-06-01',
      'anthropic-beta': 'analytics-usage-cost-2026-08-24',
    }),
    right: 'ANTHROPIC_ADMIN_KEY has to be an admin key (sk-ant-admin…), or one with the right read:analytics',
    fetch: fetchAnthropicBill,
  },
};

/**
 * A provider's month from its billing API, all of it or nothing.
 *
 * @throws BillError; it never holds the key
 */
export async function fetchBill(
  api: BillApi,
  month: string,
  from: {
    readonly key: string;
    readonly baseUrl?: string | undefined;
    readonly names: BillNames;
    readonly nowMs: number;
    readonly pause?: (ms: number) => Promise<unknown>;
    readonly signal?: AbortSignal | undefined;
  }
): Promise<{ readonly month: BillMonth; readonly state: BillState }> {
  const { baseUrl, headers, right, fetch } = APIS[api];
  // An invalid header's error would show it.
  if (!/^[\x21-\x7e]+$/.test(from.key)) {
    throw new BillError({}, `the key is empty or has a space or line break in it: ${right}`);
  }
  const period = billPeriod(month, from.nowMs);
  const request = createBillRequest({
    baseUrl: from.baseUrl ?? baseUrl,
    headers: headers(from.key),
    right,
    ...(from.pause && { pause: from.pause }),
    signal: from.signal,
  });
  const lines = await fetch(request, period);
  return { month: fetchedMonth(api, month, lines, from.names), state: period.state };
}
