import { useTheme2 } from '@grafana/ui';
import React from 'react';
import { formatMoney } from '../../components/numbers/formatMoney.ts';

/** An amount; red where it is a loss that goes on. */
export function MoneyCell({ usd, isLoss }: { readonly usd: number | undefined; readonly isLoss: boolean }) {
  const theme = useTheme2();
  if (usd === undefined) {
    return <>not known</>;
  }
  return <span {...(isLoss && { style: { color: theme.colors.error.text } })}>{formatMoney(usd)}</span>;
}
