import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { Help } from '../../components/Help.tsx';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import type { Answer } from '../../data/answer.ts';
import type { PromSource } from '../../data/promSource.ts';
import { valueOf } from '../../data/valueOf.ts';

interface Props {
  readonly source: PromSource;
  readonly otherCost: Answer<ReadonlyMap<string, number>>;
  readonly cost: Answer<number | undefined>;
}

/** What AI costs besides its calls, a day: the owners file's monthly lines. */
export function BeyondInference({ source, otherCost, cost }: Props) {
  const styles = useStyles2(getStyles);
  if (otherCost.kind !== 'value' || otherCost.value.size === 0) {
    return null;
  }
  const lines = [...otherCost.value].toSorted(([, a], [, b]) => b - a);
  const sum = lines.reduce((all, [, usd]) => all + usd, 0);
  const inference = valueOf(cost);
  return (
    <p className={styles} data-testid="beyond-inference">
      Beyond inference: {lines.map(([line, usd]) => `${line} ${formatMoneyShort(usd)}`).join(' · ')}, together{' '}
      {formatMoney(sum)} that day, from the owners file.
      {inference !== undefined && ` With the calls: ${formatMoney(inference + sum)}.`}{' '}
      <Help
        of="Beyond inference"
        definition="What AI costs besides its calls: the day's part of the monthly lines of the owners file, in all environments. It is in no other number on this page."
        question={otherCost.question}
        source={source}
      />
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => css({ margin: 0, color: theme.colors.text.secondary });
