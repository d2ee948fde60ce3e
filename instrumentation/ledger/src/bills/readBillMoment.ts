import { BillError } from './billError.ts';

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?(Z|UTC|[+-]\d{2}:?\d{2}))?)?$/;
/** As spreadsheets write it: month first, two digits of the year. */
const SHORT = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})(?: 0?0:00(?::00)?)?$/;

/**
 * The moment a bill's date means, ms since the epoch; dates and times without a zone are UTC.
 *
 * @throws BillError
 */
export function readBillMoment(text: string, column: string): number {
  const iso = ISO.exec(text.trim());
  const short = SHORT.exec(text.trim());
  const ms = iso ? isoMoment(iso) : short ? shortMoment(short) : NaN;
  if (Number.isNaN(ms)) {
    throw new BillError({ column }, `"${text.slice(0, 40)}" is no date: use YYYY-MM-DD, with or without a time`);
  }
  return ms;
}

function isoMoment([
  ,
  year,
  month,
  day,
  hour = '00',
  minute = '00',
  second = '00',
  zone = 'Z',
]: RegExpExecArray): number {
  const offset = zone === 'UTC' ? 'Z' : /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const midnight = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  const isReal = !Number.isNaN(midnight) && new Date(midnight).getUTCDate() === Number(day);
  return isReal ? Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`) : NaN;
}

function shortMoment([, month = '', day = '', year = '']: RegExpExecArray): number {
  const full = year.length === 2 ? `20${year}` : year;
  const ms = Date.parse(`${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z`);
  return new Date(ms).getUTCDate() === Number(day) ? ms : NaN;
}
