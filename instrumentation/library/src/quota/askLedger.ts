import type { HardQuota } from './hardQuota.ts';
import { QuotaUnknown } from './quotaUnknown.ts';

const TIMEOUT_MS = 1_000;

/**
 * Asks the ledger at AI_FINOPS_QUOTA_URL, with AI_FINOPS_QUOTA_TOKEN, for the hard quotas of a feature or tenant.
 *
 * @throws QuotaUnknown
 */
export async function askLedger(scope: 'feature' | 'tenant', name: string): Promise<HardQuota[]> {
  const base = process.env['AI_FINOPS_QUOTA_URL']?.trim().replace(/\/+$/, '');
  if (!base || !URL.canParse(base)) {
    throw new QuotaUnknown('not_configured', 'AI_FINOPS_QUOTA_URL is not the URL of a ledger’s API');
  }
  const token = process.env['AI_FINOPS_QUOTA_TOKEN']?.trim();
  const url = `${base}/api/v1/quotas?${new URLSearchParams({ scope, name }).toString()}`;
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(url, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    body = response.ok ? await response.json() : undefined;
  } catch (error) {
    const isNoJson = error instanceof SyntaxError;
    throw new QuotaUnknown(isNoJson ? 'malformed' : 'unreachable', String(error));
  }
  if (!response.ok) {
    throw new QuotaUnknown(response.status < 500 ? 'refused' : 'unreachable', `HTTP ${response.status}`);
  }
  return readQuotas(body);
}

function readQuotas(body: unknown): HardQuota[] {
  const quotas: unknown = typeof body === 'object' && body !== null && 'quotas' in body ? body.quotas : undefined;
  if (!Array.isArray(quotas)) {
    throw new QuotaUnknown('malformed');
  }
  return (quotas as readonly Record<string, unknown>[])
    .filter(({ kind }) => kind === 'hard')
    .map(({ limitNanoUsd, spentNanoUsd, until }) => ({
      limit: readNano(limitNanoUsd),
      spent: readNano(spentNanoUsd),
      untilMs: readTime(until),
    }));
}

function readNano(value: unknown): bigint {
  if (typeof value !== 'string' || !/^-?\d{1,30}$/.test(value)) {
    throw new QuotaUnknown('malformed');
  }
  return BigInt(value);
}

function readTime(value: unknown): number {
  const ms = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(ms)) {
    throw new QuotaUnknown('malformed');
  }
  return ms;
}
