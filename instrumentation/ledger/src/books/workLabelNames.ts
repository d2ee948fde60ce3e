/** Label names of the metrics of work, by its kind. */
export const WORK_LABEL_NAMES = {
  outcome: ['feature', 'unit'],
  quality: ['feature', 'request_type', 'model', 'evaluator'],
  turnaround: ['feature', 'request_type'],
} as const;
