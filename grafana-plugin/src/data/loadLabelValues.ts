import type { Label } from '../queries/label.ts';
import { labelValues } from '../queries/labelValues.ts';
import { askAt } from '../queries/question.ts';
import { askPrometheus } from './askPrometheus.ts';
import type { PromSource } from './promSource.ts';

/** The values of a label in the last 30 days, in order. Rejects with the server's words. */
export async function loadLabelValues(
  source: PromSource,
  label: Label,
  environment: string | undefined,
  nowMs: number
): Promise<string[]> {
  const { values } = await askPrometheus(source, { values: askAt(labelValues(label, environment), nowMs) });
  if (values.kind !== 'value') {
    throw new Error(values.words);
  }
  return values.value.map(({ labels }) => labels[label] ?? '').toSorted((a, b) => a.localeCompare(b, 'en'));
}
