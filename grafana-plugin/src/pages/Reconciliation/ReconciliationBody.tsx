import { EmptyState } from '@grafana/ui';
import React from 'react';
import { Fading } from '../../components/Fading.tsx';
import type { View } from '../../components/frame/view.ts';
import { useUrlText } from '../../components/frame/useUrlText.ts';
import { LedgerFailure } from '../../components/states/LedgerFailure.tsx';
import { NoLedger } from '../../components/states/NoLedger.tsx';
import { PageSkeleton } from '../../components/states/PageSkeleton.tsx';
import { loadBillMonths } from '../../data/loadBillMonths.ts';
import { loadReconciliation } from '../../data/loadReconciliation.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { MonthAnswer } from './MonthAnswer.tsx';
import { monthWords } from '../../components/numbers/monthWords.ts';
import { NamedCombobox } from '../../components/NamedCombobox.tsx';

/** Which month, and how it came out. */
export function ReconciliationBody(view: View) {
  const [asked, setMonth] = useUrlText('month');
  const loaded = useLoaded(asked, async (signal) => {
    const months = await loadBillMonths(signal);
    const month = asked || (months.kind === 'value' ? months.value[0] : undefined);
    return { months, month, answer: month === undefined ? undefined : await loadReconciliation(month, signal) };
  });
  if (loaded.failed !== undefined) {
    return <LedgerFailure words={loaded.failed} onRetry={loaded.retry} />;
  }
  if (!loaded.value) {
    return <PageSkeleton />;
  }
  const { months, month, answer } = loaded.value;
  const worst = answer?.kind === 'failed' || answer?.kind === 'absent' ? answer : months;
  if (worst.kind === 'absent') {
    return <NoLedger isSet={false} />;
  }
  if (worst.kind === 'failed') {
    return <LedgerFailure words={worst.words} onRetry={loaded.retry} />;
  }
  if (month === undefined || answer?.kind !== 'value') {
    return (
      <EmptyState variant="call-to-action" message="No bill was imported yet">
        <p>Then the estimate has nothing to agree with. Where the ledger runs, once a month:</p>
        <pre>ai-finops bills import bill.csv --account proj_abc=openai-production</pre>
        <p>It takes FOCUS as CSV or Parquet, and any other CSV with a mapping of its columns.</p>
      </EmptyState>
    );
  }
  const shown = [...new Set([month, ...worst.value])].sort().reverse();
  return (
    <Fading isBusy={loaded.loading}>
      <NamedCombobox
        name="Month"
        width={22}
        options={shown.map((value) => ({ value, label: monthWords(value) }))}
        value={month}
        onChange={({ value }) => setMonth(value)}
      />
      <MonthAnswer key={month} month={month} answer={answer.value} view={view} onChanged={loaded.retry} />
    </Fading>
  );
}
