import { THRESHOLDS } from '@ai-finops/ledger/analysis';
import { formatMoney } from '../components/numbers/formatMoney.ts';
import { formatShare } from '../components/numbers/formatShare.ts';

/** What a threshold says, and its value with its unit; one that is not known here is its name and number. */
export function thresholdWords(name: string, limit: number): { readonly says: string; readonly limit: string } {
  if (!isKnown(name)) {
    return { says: name, limit: String(limit) };
  }
  const { says, unit } = THRESHOLDS[name];
  return { says, limit: unit === 'share' ? formatShare(limit) : unit === 'USD' ? formatMoney(limit) : `${limit}` };
}

const isKnown = (name: string): name is keyof typeof THRESHOLDS => Object.hasOwn(THRESHOLDS, name);
