import { type Assumed, type AssumedLaunch, type AssumedRange, LAUNCH_FIELDS } from './assumed.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads assumptions from the query string; what can't be, or is out of bounds, is as if it were not there. */
export function readAssumed(search: string): Assumed {
  const params = new URLSearchParams(search);
  const within = (name: string, low: number, high: number) => {
    const text = params.get(name) ?? '';
    const value = Number(text);
    return text.trim() !== '' && value >= low && value <= high ? value : undefined;
  };
  const launchDay = params.get('launchDay') ?? '';
  const launch = readLaunch(params.get('launch') ?? '');
  return {
    usage: within('usage', 0.5, 2) ?? 1,
    price: within('price', -99, 900) ?? 0,
    mix: within('mix', -99, 900) ?? 0,
    planned: [...new Set(params.getAll('planned'))],
    launch,
    hasLaunch: launch !== undefined && params.get('launchOn') === '1',
    launchDay: DAY.test(launchDay) && !Number.isNaN(Date.parse(launchDay)) ? launchDay : undefined,
  };
}

/** Six ranges, `low~likely~high` each, joined by `_`; numbers that are no range are kept, to be corrected in the form. */
function readLaunch(text: string): AssumedLaunch | undefined {
  const ranges = text.split('_').map(readRange);
  const entries = LAUNCH_FIELDS.flatMap((field, index) => {
    const range = ranges[index];
    return range ? [[field, range] as const] : [];
  });
  return ranges.length === LAUNCH_FIELDS.length && entries.length === LAUNCH_FIELDS.length
    ? (Object.fromEntries(entries) as Record<(typeof LAUNCH_FIELDS)[number], AssumedRange>)
    : undefined;
}

function readRange(text: string): AssumedRange | undefined {
  const [low = NaN, likely = NaN, high = NaN, ...more] = text
    .split('~')
    .map((part) => (part.trim() === '' ? NaN : Number(part)));
  return [low, likely, high].every(Number.isFinite) && more.length === 0 ? { low, likely, high } : undefined;
}
