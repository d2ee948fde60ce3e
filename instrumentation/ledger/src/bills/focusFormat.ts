import type { BillFormat } from './billFormat.ts';
import { focusLine } from './focusLine.ts';

/** FOCUS 1.0 to 1.4, by the columns that are there. */
export const focusFormat: BillFormat = {
  name: 'FOCUS',
  required: [['ChargePeriodStart'], ['BilledCost'], ['BillingCurrency'], ['ChargeCategory']],
  lines: (cells, providers) => {
    const line = focusLine(cells, providers);
    return line === undefined ? [] : [line];
  },
};
