import { STEPS, type Step } from '@ai-finops/ledger/analysis';
import type { BillSteps } from '../../data/reconciliation.ts';
import type { BillNumber } from './billSeries.ts';
import type { ReconciliationOptions } from './reconciliationOptions.ts';

interface ChosenBill extends BillSteps {
  readonly month: string;
  /** Share of the billed usage that the books know, by provider; one that billed no usage has none. */
  readonly coverage: readonly (readonly [provider: string, share: number])[];
}

/**
 * The bill that the options name; of several providers, all together. In words where the answer has none of it, or not
 * all: a step that is missing is no step of $0, and without the estimate nothing adds up.
 */
export function chosenBill(
  numbers: readonly BillNumber[],
  options: ReconciliationOptions
): ChosenBill | { readonly words: string } {
  if (numbers.length === 0) {
    return {
      words:
        'No bills: this panel draws genai_bill_estimate_usd (labelled step="estimate") and genai_bill_step_usd, by month and provider.',
    };
  }
  const months = [...new Set(numbers.map(({ month }) => month))].toSorted();
  const month = options.month.trim() || (months.at(-1) ?? '');
  const ofMonth = numbers.filter((one) => one.month === month);
  const own = options.provider === '' ? ofMonth : ofMonth.filter(({ provider }) => provider === options.provider);
  const providers = [...new Set(own.map(({ provider }) => provider))].toSorted();
  if (providers.length === 0) {
    return {
      words: `No bill of ${[options.provider, month].filter(Boolean).join(', ')}. There are ${namesOf(numbers)}.`,
    };
  }
  for (const provider of providers) {
    const missing = ['estimate', ...STEPS].find(
      (step) => !own.some((one) => one.provider === provider && one.step === step)
    );
    if (missing !== undefined) {
      return { words: `The answer has no “${missing}” of ${provider}, ${month}: its steps do not add up to the bill.` };
    }
  }
  const twice = own.find((one, index) => own.findIndex((other) => isSame(one, other)) !== index);
  if (twice !== undefined) {
    return {
      words: `“${twice.step}” of ${twice.provider}, ${month} comes twice: ask for max by (month, provider, step).`,
    };
  }
  const sumOf = (step: string) =>
    own.filter((one) => one.step === step).reduce((sum, { value }) => sum + BigInt(Math.round(value * 1e9)), 0n);
  const steps = STEPS.map((step) => [step, sumOf(step)] as const);
  const estimate = sumOf('estimate');
  return {
    month,
    provider: providers.join(', '),
    estimateNanoUsd: String(estimate),
    billNanoUsd: String(steps.reduce((sum, [, nano]) => sum + nano, estimate)),
    steps: Object.fromEntries(steps.map(([step, nano]) => [step, String(nano)])) as Record<Step, string>,
    coverage: own.flatMap(({ provider, step, value }) => (step === 'coverage' ? [[provider, value] as const] : [])),
  };
}

const isSame = (a: BillNumber, b: BillNumber): boolean => a.provider === b.provider && a.step === b.step;

const MOST_NAMED = 6;

function namesOf(numbers: readonly BillNumber[]): string {
  const names = [...new Set(numbers.map(({ month, provider }) => `${provider}, ${month}`))].toSorted();
  const rest = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join('; ') + (rest > 0 ? ` and ${rest} more` : '');
}
