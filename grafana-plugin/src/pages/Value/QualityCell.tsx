import { useTheme2 } from '@grafana/ui';
import React from 'react';
import type { FeatureEconomics } from '../../data/economics.ts';

/** Mean quality beside its bar; red below it. */
export function QualityCell({ quality }: Pick<FeatureEconomics, 'quality'>) {
  const theme = useTheme2();
  if (quality === null) {
    return <>not judged</>;
  }
  const { mean, bar } = quality;
  const isBelow = bar !== null && mean < bar;
  return (
    <span {...(isBelow && { style: { color: theme.colors.error.text } })}>
      {mean.toFixed(2)}
      {bar !== null && ` (bar ${bar.toFixed(2)})`}
    </span>
  );
}
