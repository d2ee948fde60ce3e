import { METRIC, UNALLOCATED } from '@ai-finops/instrumentation/contract';
import type { Registry } from 'prom-client';
import { STEPS } from '../analysis/reconciliation/step.ts';
import { registerExactMetric } from '../books/registerExactMetric.ts';
import { usdText } from '../books/usdText.ts';
import type { BillRevision } from './billBooks.ts';
import type { CurrentBill } from './currentBill.ts';
import { monthCalibrations, type ReconciledBill } from './monthCalibrations.ts';
import { providerCalibrations } from './providerCalibrations.ts';

/** Puts the newest revision of each bill on a registry, with what estimates are multiplied by to agree with it. */
export function registerBills(
  registry: Registry,
  bills: {
    newest(): readonly BillRevision[];
    /** The newest months. */
    current(): readonly CurrentBill[];
    /** Every month: what it is calibrated by costs one series. */
    all(): readonly ReconciledBill[];
  }
): void {
  registerExactMetric(registry, {
    name: METRIC.bill,
    help: 'What providers billed for a month, USD: the newest revision that was imported.',
    type: 'gauge',
    values: () =>
      bills.current().flatMap(({ bill: { month, provider }, billed }) =>
        billed.map(({ labels, nanoUsd }) => ({
          labels: { month, provider, ...labels },
          value: Number(usdText(nanoUsd)),
        }))
      ),
  });
  registerExactMetric(registry, {
    name: METRIC.billState,
    help: 'How far a month’s bill is settled: open, provisional or final; 1.',
    type: 'gauge',
    values: () =>
      bills.newest().map(({ month, provider, state }) => ({ labels: { month, provider, state }, value: 1 })),
  });
  registerExactMetric(registry, {
    name: METRIC.calibration,
    help: 'The bill by the estimate, of what both know: what an estimate is multiplied by to agree with the bill.',
    type: 'gauge',
    values: () =>
      bills.current().flatMap(({ bill: { month, provider }, result }) =>
        [...result.calibration].map(([account, value]) => ({
          labels: { month, provider, account: account || UNALLOCATED },
          value,
        }))
      ),
  });
  registerExactMetric(registry, {
    name: METRIC.providerCalibration,
    help: 'The newest final bill by its estimate, of what both know: what a provider’s cost is multiplied by.',
    type: 'gauge',
    values: () =>
      providerCalibrations(bills.all()).map(({ provider, month, ratio }) => ({
        labels: { provider, month },
        value: ratio,
      })),
  });
  registerExactMetric(registry, {
    name: METRIC.monthCalibration,
    help: 'Each month’s final bill by its estimate, of what both know: what the provider’s cost of that month is multiplied by.',
    type: 'gauge',
    values: () =>
      monthCalibrations(bills.all()).map(({ provider, month, ratio }) => ({
        labels: { provider, month },
        value: ratio,
      })),
  });
  registerExactMetric(registry, {
    name: METRIC.billEstimate,
    help: 'What the books say the month of a bill cost, USD.',
    type: 'gauge',
    values: () =>
      bills.current().map(({ bill: { month, provider }, result: { estimateNanoUsd } }) => ({
        labels: { month, provider },
        value: Number(usdText(estimateNanoUsd)),
      })),
  });
  registerExactMetric(registry, {
    name: METRIC.billStep,
    help: 'What leads from the estimate of a month to its bill, USD, by step: with the estimate they add up to the bill.',
    type: 'gauge',
    values: () =>
      bills
        .current()
        .flatMap(({ bill: { month, provider }, result: { steps } }) =>
          STEPS.map((step) => ({ labels: { month, provider, step }, value: Number(usdText(steps[step])) }))
        ),
  });
  registerExactMetric(registry, {
    name: METRIC.billVariance,
    help: 'What a bill and the estimate differ by in quantity, price and what stays unexplained, by the estimate.',
    type: 'gauge',
    values: () =>
      bills.current().flatMap(({ bill: { month, provider }, result: { steps, estimateNanoUsd } }) => {
        const difference = steps.volume + steps.price + steps.unexplained;
        return estimateNanoUsd > 0n
          ? [{ labels: { month, provider }, value: Number(difference) / Number(estimateNanoUsd) }]
          : [];
      }),
  });
  registerExactMetric(registry, {
    name: METRIC.billCoverage,
    help: 'Share of billed usage that the books know, 0 to 1.',
    type: 'gauge',
    values: () =>
      bills
        .current()
        .flatMap(({ bill: { month, provider }, result: { coverage } }) =>
          coverage === undefined ? [] : [{ labels: { month, provider }, value: coverage }]
        ),
  });
}
