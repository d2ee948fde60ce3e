import type { Books } from './books.ts';

/** What books know of calibration where no bill was imported. */
export const noBills: Books['calibration'] = {
  kind: 'value',
  question: { expr: 'genai_provider_calibration_ratio', range: false, fromMs: 0, toMs: 0 },
  value: [],
};
