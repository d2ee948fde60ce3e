import type { Anomaly } from './anomaly.ts';
import { askLedger, type LedgerAnswer } from './askLedger.ts';

/** What the ledger found unusual and is not over. */
export async function loadAnomalies(
  environment: string | undefined,
  signal?: AbortSignal
): Promise<LedgerAnswer<readonly Anomaly[]>> {
  const params = { state: 'open', ...(environment !== undefined && { environment }) };
  const answer = await askLedger('anomalies', params, signal);
  if (answer.kind !== 'value') {
    return answer;
  }
  const listed = field(answer.value, 'anomalies');
  return Array.isArray(listed)
    ? { kind: 'value', value: listed.flatMap(readAnomaly) }
    : { kind: 'failed', words: 'the ledger’s answer holds no list of anomalies' };
}

/** What lacks a feature, a day or an amount can't be shown, and is left out. */
function readAnomaly(entry: unknown): Anomaly[] {
  const [id, feature, since, words] = ['id', 'feature', 'since', 'words'].map((name) => field(entry, name));
  const usdPerDay = Number(field(entry, 'usdPerDay'));
  return typeof feature === 'string' && typeof since === 'string' && Number.isFinite(usdPerDay)
    ? [
        {
          id: typeof id === 'string' ? id : `${feature} ${since}`,
          feature,
          since,
          usdPerDay,
          words: typeof words === 'string' && words !== '' ? words : undefined,
        },
      ]
    : [];
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
