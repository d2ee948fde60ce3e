import type { PanelProps } from '@grafana/data';
import React, { useMemo } from 'react';
import { BillWaterfall } from '../../components/bill/BillWaterfall.tsx';
import { PanelSentence, SENTENCE_HEIGHT } from '../frames/PanelSentence.tsx';
import { PanelWords } from '../frames/PanelWords.tsx';
import { billSentence } from './billSentence.ts';
import { billSeries } from './billSeries.ts';
import { chosenBill } from './chosenBill.ts';
import type { ReconciliationOptions } from './reconciliationOptions.ts';

/** From what the books say of a month to what was billed for it, a bar a step. */
export function ReconciliationPanel({ data, options, height }: PanelProps<ReconciliationOptions>) {
  const { month, provider } = options;
  const bill = useMemo(() => chosenBill(billSeries(data.series), { month, provider }), [data.series, month, provider]);
  if ('words' in bill) {
    return <PanelWords>{bill.words}</PanelWords>;
  }
  return (
    <>
      <PanelSentence>{billSentence(bill)}</PanelSentence>
      <div style={{ height: height - SENTENCE_HEIGHT, overflow: 'auto' }}>
        <BillWaterfall bill={bill} />
      </div>
    </>
  );
}
