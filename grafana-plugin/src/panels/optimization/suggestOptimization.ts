import { FieldType, VisualizationSuggestionScore, type VisualizationSuggestionsSupplier } from '@grafana/data';
import { looksDaily } from '../frames/looksDaily.ts';
import type { OptimizationOptions } from './optimizationOptions.ts';

/** Offered for one number a day over two weeks or more. */
export const suggestOptimization: VisualizationSuggestionsSupplier<OptimizationOptions> = (summary) =>
  looksDaily(summary.rawFrames, 14) && summary.fieldCountByType(FieldType.number) === 1
    ? [{ name: 'Before and since optimizations', score: VisualizationSuggestionScore.OK }]
    : undefined;
