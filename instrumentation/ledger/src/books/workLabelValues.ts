import type { ShownWork } from './workSeriesLabels.ts';

/** The label values of a series, in the order of WORK_LABEL_NAMES of its kind. */
export function workLabelValues({ kind, feature, request_type: requestType, model, name }: ShownWork): string[] {
  switch (kind) {
    case 'outcome':
      return [feature, name];
    case 'turnaround':
      return [feature, requestType];
    default:
      return [feature, requestType, model, name];
  }
}
