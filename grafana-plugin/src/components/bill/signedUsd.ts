import { formatMoney } from '../numbers/formatMoney.ts';
import { usdOf } from '../numbers/usdOf.ts';

/** With its sign, as a step of a waterfall has it, to the cent as bills are: a step below half a cent is `<$0.01`. */
export function signedUsd(nanoUsd: string): string {
  const usd = usdOf(nanoUsd);
  const amount = Math.abs(usd);
  const words =
    amount === 0 || amount >= 0.0995 ? formatMoney(amount) : amount < 0.005 ? '<$0.01' : `$${amount.toFixed(2)}`;
  return `${usd > 0 ? '+' : usd < 0 ? '−' : ''}${words}`;
}
