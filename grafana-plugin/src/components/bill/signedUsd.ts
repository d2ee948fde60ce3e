import { formatMoney } from '../numbers/formatMoney.ts';
import { usdOf } from '../numbers/usdOf.ts';

/** Below it a step is no cent, and it does not matter which way it went. */
const HALF_A_CENT = 0.005;

/** With its sign, as a step of a waterfall has it, to the cent as bills are: a step below half a cent is `<$0.01`. */
export function signedUsd(nanoUsd: string): string {
  const usd = usdOf(nanoUsd);
  const amount = Math.abs(usd);
  if (amount > 0 && amount < HALF_A_CENT) {
    return '<$0.01';
  }
  const words = amount === 0 || amount >= 0.0995 ? formatMoney(amount) : `$${amount.toFixed(2)}`;
  return `${usd > 0 ? '+' : usd < 0 ? '−' : ''}${words}`;
}
