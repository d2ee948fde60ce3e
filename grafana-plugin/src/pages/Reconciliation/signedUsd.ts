import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';

/** With its sign, as a step of a waterfall has it. */
export const signedUsd = (nanoUsd: string): string => `${Number(nanoUsd) > 0 ? '+' : ''}${formatMoney(usdOf(nanoUsd))}`;
