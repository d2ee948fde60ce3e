import { VisualizationSuggestionScore, type VisualizationSuggestionsSupplier } from '@grafana/data';
import { billSeries } from './billSeries.ts';
import type { ReconciliationOptions } from './reconciliationOptions.ts';

/** Offered where the answer has an estimate of a bill's month. */
export const suggestReconciliation: VisualizationSuggestionsSupplier<ReconciliationOptions> = ({ rawFrames }) =>
  billSeries(rawFrames ?? []).some(({ step }) => step === 'estimate')
    ? [{ name: 'From the estimate to the bill', score: VisualizationSuggestionScore.Best }]
    : undefined;
