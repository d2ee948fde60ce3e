import { formatMoney } from '../numbers/formatMoney.ts';
import { usdOf } from '../numbers/usdOf.ts';

/** With its sign, as a step of a waterfall has it. */
export const signedUsd = (nanoUsd: string): string => `${Number(nanoUsd) > 0 ? '+' : ''}${formatMoney(usdOf(nanoUsd))}`;
