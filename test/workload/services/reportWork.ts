import { recordOutcome, recordQuality } from '@ai-finops/instrumentation';
import { scoreOf } from '../company/scoreOf.ts';
import { WORK_OF_FEATURES } from '../company/workOfFeatures.ts';

/** Says that a unit of a feature's work is done and, for a share of them, how good the answer was. */
export function reportWork(feature: string, answer: { readonly model: string; readonly id: string }): void {
  const work = WORK_OF_FEATURES[feature];
  // Of staging nobody wants to know.
  if (!work || !process.env['OTEL_RESOURCE_ATTRIBUTES']?.includes('production')) {
    return;
  }
  recordOutcome({ feature, unit: work.unit });
  if (Math.random() < work.judged) {
    const { evaluator } = work;
    recordQuality({
      feature,
      evaluator,
      score: scoreOf(work, Math.random()),
      model: answer.model,
      responseId: answer.id,
    });
  }
}
