import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { CallTime } from '../../choice/callTime.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatDays } from '../../components/numbers/formatDays.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import type { CallHistogram } from '../../data/callHistogram.ts';
import type { RequestsView } from './requestsView.ts';
import { TraceQuery } from './TraceQuery.tsx';

interface Props {
  readonly view: RequestsView;
  readonly histogram: CallHistogram;
  readonly onRefresh: () => void;
}

/** What the calls cost together: the page's answer. */
export function RequestsAnswer({ view: { scope, choice, onChoice }, histogram, onRefresh }: Props) {
  const styles = useStyles2(getStyles);
  const { calls, unpriced, costNanoUsd } = histogram;
  const [usd, priced] = [Number(costNanoUsd) / 1e9, Number(calls - unpriced)];
  return (
    <section data-testid="requests-answer">
      <p className={styles.answer}>
        <span className={styles.value} data-testid="requests-value">
          {calls === 0n ? 'no calls' : priced === 0 ? 'unpriced' : formatMoney(usd)}
        </span>
        <span>{timeWords(choice.time)}</span>
        <IconButton
          name="question-circle"
          size="sm"
          aria-label="What is this number?"
          tooltip="What these calls cost, summed over the ledger’s own rows: every attempt counts, none is sampled. GET /api/v1/calls/histogram"
        />
        <Button size="sm" variant="secondary" fill="text" icon="sync" onClick={onRefresh}>
          Ask again
        </Button>
        <TraceQuery scope={scope} time={choice.time} task={choice.task} />
      </p>
      <p className={styles.notes}>
        <span data-testid="requests-calls">{formatCount(Number(calls))} calls</span>
        {priced > 0 && `, ${formatUnitCost(usd / priced)} a call`}
        {unpriced > 0n && ` · ${formatCount(Number(unpriced))} unpriced, in no sum`}
        {choice.task !== undefined && (
          <>
            {' · '}task {choice.task}{' '}
            <IconButton
              name="times"
              size="sm"
              aria-label="Show the calls of every task"
              onClick={() => onChoice({ task: undefined })}
            />
          </>
        )}
      </p>
    </section>
  );
}

const NAMES = { '1h': 'in the last hour', '24h': 'in the last 24 hours', '7d': 'in the last 7 days' };

const timeWords = (time: CallTime): string =>
  typeof time === 'string'
    ? NAMES[time]
    : formatDays({ firstDay: Date.parse(time.from), lastDay: Date.parse(time.to) });

const getStyles = (theme: GrafanaTheme2) => ({
  answer: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(1),
    margin: 0,
    color: theme.colors.text.secondary,
  }),
  value: css({
    fontSize: 44,
    lineHeight: '52px',
    fontWeight: theme.typography.fontWeightMedium,
    fontVariantNumeric: 'tabular-nums',
    color: theme.colors.text.maxContrast,
  }),
  notes: css({ margin: 0, color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
