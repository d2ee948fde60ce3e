import { dayText } from '../store/dayText.ts';
import { readBillMoment } from './readBillMoment.ts';
import { DAY_MS } from '../store/eventDay.ts';

/** The UTC days a charge covers; the end is exclusive, and missing where it is '' . @throws BillError */
export function chargeDays(
  start: readonly [column: string, text: string],
  end: readonly [column: string, text: string]
): { readonly day: string; readonly through?: string } {
  const from = readBillMoment(start[1], start[0]);
  const to = end[1] === '' ? from : readBillMoment(end[1], end[0]);
  const [day, through] = [Math.floor(from / DAY_MS), Math.floor((to - 1) / DAY_MS)];
  return { day: dayText(day), ...(through > day && { through: dayText(through) }) };
}
