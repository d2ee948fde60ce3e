import { FieldType, VisualizationSuggestionScore, type VisualizationSuggestionsSupplier } from '@grafana/data';
import { looksDaily } from '../frames/looksDaily.ts';
import type { AttributionOptions } from './attributionOptions.ts';

/** Offered for several numbers a day over a week or more. */
export const suggestAttribution: VisualizationSuggestionsSupplier<AttributionOptions> = (summary) =>
  looksDaily(summary.rawFrames, 7) && summary.fieldCountByType(FieldType.number) > 1
    ? [{ name: 'Cost by name, with its course', score: VisualizationSuggestionScore.Good }]
    : undefined;
