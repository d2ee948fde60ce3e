import { type DataFrame, FieldType } from '@grafana/data';

/** One number of a provider's month: a step's USD, the estimate's, or the share that the books cover. */
export interface BillNumber {
  readonly month: string;
  readonly provider: string;
  readonly step: string;
  readonly value: number;
}

/** What frames say of bills: number fields with the labels `month`, `provider` and `step`, each its newest value. */
export const billSeries = (frames: readonly DataFrame[]): readonly BillNumber[] =>
  frames.flatMap(({ fields }) =>
    fields.flatMap(({ type, labels, values }): BillNumber[] => {
      const { month, provider, step } = labels ?? {};
      const value = (values as readonly unknown[]).findLast(
        (one): one is number => typeof one === 'number' && Number.isFinite(one)
      );
      return type === FieldType.number && month && provider && step && value !== undefined
        ? [{ month, provider, step, value }]
        : [];
    })
  );
