import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatNano } from '../../components/numbers/formatNano.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import { useWidth } from '../../components/useWidth.ts';
import type { CallHistogram } from '../../data/callHistogram.ts';
import { histogramBars } from './histogramBars.ts';
import { histogramSentence } from './histogramSentence.ts';
import { labelStep } from './labelStep.ts';

interface Props {
  readonly histogram: CallHistogram;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
}

/** How many calls cost how much, and what those cost together: two bars a bucket, or the same as a table. */
export function CostHistogram({ histogram, isTable, onTable }: Props) {
  const styles = useStyles2(getStyles);
  const { ref, width } = useWidth();
  const bars = useMemo(() => histogramBars(histogram), [histogram]);
  const step = labelStep(
    bars.map(({ label }) => label),
    width
  );
  const top = Math.max(...bars.map(({ callShare, costShare }) => Math.max(callShare, costShare)), 0) || 1;
  const height = (share: number) => ({ height: share === 0 ? 0 : `max(2px, ${(share / top) * 100}%)` });
  return (
    <section data-testid="cost-histogram">
      <div className={styles.line}>
        <h2>Cost per call</h2>
        <p data-testid="histogram-sentence">{histogramSentence(bars)}</p>
        <span className={styles.key}>
          <i className={styles.calls} /> share of calls <i className={styles.cost} /> share of cost
        </span>
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon={isTable ? 'graph-bar' : 'table'}
          onClick={() => onTable(!isTable)}
        >
          {isTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </div>
      {isTable ? (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="Cost per call, as a table">
          <table className={styles.table} data-testid="cost-histogram-table">
            <thead>
              <tr>
                {['A call cost', 'Calls', 'Share of calls', 'Cost, USD', 'Share of cost'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bars.map(({ label, calls, costNanoUsd, callShare, costShare }) => (
                <tr key={label} data-bucket={label}>
                  <th scope="row">{label}</th>
                  <td>{formatCount(calls)}</td>
                  <td>{formatShare(callShare)}</td>
                  <td>{formatNano(costNanoUsd)}</td>
                  <td>{formatShare(costShare)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div className={styles.chart} ref={ref} role="img" aria-label={`Cost per call. ${histogramSentence(bars)}`}>
          {bars.map(({ label, calls, costNanoUsd, callShare, costShare }, index) => (
            <div
              key={label}
              className={styles.bucket}
              title={`${label}: ${formatCount(calls)} calls (${formatShare(callShare)}), ${formatNano(costNanoUsd)} (${formatShare(costShare)} of the cost)`}
            >
              <div className={styles.pair}>
                <span className={styles.calls} style={height(callShare)} />
                <span className={styles.cost} style={height(costShare)} />
              </div>
              {/* Counted from the dearest bucket, where most of the cost is. */}
              <span className={styles.label}>{(bars.length - 1 - index) % step === 0 && label}</span>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    marginBottom: theme.spacing(1),
    color: theme.colors.text.secondary,
    h2: { margin: 0, fontSize: theme.typography.h5.fontSize, color: theme.colors.text.primary },
    p: { margin: 0, marginRight: 'auto' },
  }),
  key: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontSize: theme.typography.bodySmall.fontSize,
    i: { width: 12, height: 12, borderRadius: 2, marginLeft: theme.spacing(1) },
  }),
  // The first and the last label may be wider than their bars.
  chart: css({ display: 'flex', gap: theme.spacing(0.5), overflowX: 'auto', paddingInline: theme.spacing(1) }),
  bucket: css({ flex: '1 1 0', minWidth: 46, maxWidth: 120 }),
  pair: css({
    display: 'flex',
    alignItems: 'flex-end',
    justifyContent: 'center',
    gap: 2,
    height: 140,
    borderBottom: `1px solid ${theme.colors.border.medium}`,
    '> span': { flex: '0 1 28px', borderRadius: '2px 2px 0 0' },
  }),
  calls: css({ background: theme.colors.text.disabled }),
  cost: css({ background: theme.visualization.getColorByName('blue') }),
  label: css({
    display: 'flex',
    justifyContent: 'center',
    minHeight: theme.spacing(3),
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
  }),
  scroll: css({ maxHeight: 320, overflow: 'auto' }),
  table: css({
    minWidth: '60%',
    fontVariantNumeric: 'tabular-nums',
    'th, td': { padding: theme.spacing(0.5, 1.5), textAlign: 'right', whiteSpace: 'nowrap' },
    'th:first-child': { textAlign: 'left', fontWeight: theme.typography.fontWeightRegular },
  }),
});
