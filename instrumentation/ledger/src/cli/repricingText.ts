import { usdText } from '../books/usdText.ts';
import { alignColumns } from '../prices/alignColumns.ts';
import { dayText } from '../store/dayText.ts';
import type { RepricingSums } from '../store/repricing.ts';
import type { RepricingReport } from './repricingReport.ts';

const HEAD = ['feature', 'provider', 'calls', 'newly priced', 'unpriced', 'before', 'after', 'USD', 'at list'];
const NUMBERS = new Set(HEAD.map((_, column) => column).slice(2));

/** For people: what changes by feature and provider, the total, and where it was booked. */
export function repricingText({ groups, total, days }: RepricingReport, isBooked: boolean): string {
  if (total.changed === 0) {
    return `nothing to correct: ${total.calls} calls cost what the cards say`;
  }
  const touched = days.filter((day) => day.groups.some(({ changed }) => changed > 0));
  const on = [...new Set(touched.map(({ bookedOn }) => dayText(bookedOn)))].join(', ');
  const rows = groups
    .filter(({ changed }) => changed > 0)
    .map((group) => [group.feature, group.provider, ...sums(group)]);
  return [
    ...alignColumns([HEAD, ...rows, ['total', '', ...sums(total)]], NUMBERS),
    isBooked
      ? `booked for ${touched.length} days on ${on}: ${total.changed} of ${total.calls} calls`
      : `nothing was booked (--dry-run); it would change ${total.changed} of ${total.calls} calls of ${touched.length} days`,
  ].join('\n');
}

function sums(of: RepricingSums): string[] {
  return [
    ...[of.changed, of.newlyPriced, of.newlyUnpriced].map(String),
    ...[usdText(of.beforeNanoUsd), usdText(of.afterNanoUsd)],
    ...[signed(of.afterNanoUsd - of.beforeNanoUsd), signed(of.afterListNanoUsd - of.beforeListNanoUsd)],
  ];
}

function signed(nanoUsd: bigint): string {
  return `${nanoUsd > 0n ? '+' : ''}${usdText(nanoUsd)}`;
}
