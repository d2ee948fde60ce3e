import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ComponentProps } from 'react';
import { formatMoney } from '../numbers/formatMoney.ts';
import { WaterfallBar } from '../waterfall/WaterfallBar.tsx';
import type { BillSteps } from '../../data/reconciliation.ts';
import { signedUsd } from './signedUsd.ts';
import { stepBars } from './stepBars.ts';
import { stepNames } from './stepNames.ts';
import { usdOf } from '../numbers/usdOf.ts';

/** From the estimate to the bill, a bar a step. */
export function BillWaterfall({ bill }: { readonly bill: BillSteps }) {
  const styles = useStyles2(getStyles);
  const shape = stepBars(bill);
  return (
    <table className={styles.table} data-testid={`waterfall-${bill.provider}`}>
      <caption className="sr-only">From the estimate to the bill of {bill.provider}, USD</caption>
      <tbody>
        <tr data-step="estimate">
          <th scope="row">Estimate</th>
          <td>{formatMoney(usdOf(bill.estimateNanoUsd))}</td>
          <Track start={0} length={shape.estimate} />
        </tr>
        {shape.bars.map(({ step, nanoUsd, start, length }) => (
          <tr key={step} data-step={step}>
            <th scope="row" title={stepNames[step][1]}>
              {stepNames[step][0]}
            </th>
            <td>{signedUsd(nanoUsd)}</td>
            <Track start={start} length={length} sign={Number(nanoUsd) > 0 ? 'more' : 'less'} />
          </tr>
        ))}
        <tr data-step="bill">
          <th scope="row">Bill</th>
          <td>{formatMoney(usdOf(bill.billNanoUsd))}</td>
          <Track start={0} length={shape.bill} />
        </tr>
      </tbody>
      {shape.from > 0 && (
        <tfoot>
          <tr>
            <td colSpan={3} className={styles.note}>
              Bars start at {formatMoney(shape.from)}, so that the steps can be seen
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Track(props: ComponentProps<typeof WaterfallBar>) {
  const styles = useStyles2(getStyles);
  return (
    <td className={styles.track} aria-hidden>
      <WaterfallBar {...props} className={styles.bar} />
    </td>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
    th: {
      fontWeight: theme.typography.fontWeightRegular,
      whiteSpace: 'nowrap',
      padding: theme.spacing(0.25, 1, 0.25, 0),
    },
    td: { textAlign: 'right', whiteSpace: 'nowrap', padding: theme.spacing(0.25, 1) },
    'tbody tr:first-child, tbody tr:last-child': { fontWeight: theme.typography.fontWeightMedium },
    '.sr-only': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
  }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  track: css({ width: '60%', textAlign: 'left !important' as 'left' }),
  bar: css({ height: 10 }),
});
