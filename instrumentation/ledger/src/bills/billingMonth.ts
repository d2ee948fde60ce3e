import { readBillMoment } from './readBillMoment.ts';

/**
 * The UTC month, YYYY-MM, whose bill a charge stands on, where the bill says so: a correction, or usage that was late, is for
 * a month before. Undefined where it does not, and where its periods are no calendar months.
 *
 * @param text when the billing period begins, or `202609`
 * @throws BillError
 */
export function billingMonth(text: string, column: string): string | undefined {
  if (/^\d{6}$/.test(text)) {
    return `${text.slice(0, 4)}-${text.slice(4)}`;
  }
  const day = text === '' ? '' : new Date(readBillMoment(text, column)).toISOString().slice(0, 10);
  return day.endsWith('-01') ? day.slice(0, 7) : undefined;
}
