import type { CommitmentOutlook } from '@ai-finops/ledger/analysis';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import { DAY_MS } from '../../queries/dayMs.ts';

/** What share of what is forecast it covers: at middle use, and at high and low use where that differs. */
export function coveredWords({ covered: { low, middle, high } }: CommitmentOutlook): string {
  const [least, most] = [formatShare(high), formatShare(low)];
  return least === most ? formatShare(middle) : `${formatShare(middle)} (${least} – ${most})`;
}

/** When it is used up, or what lies idle at its end. */
export function commitmentEnd({ end, idle, pace, use, days }: CommitmentOutlook): string {
  const day = (at: number) => formatDay(at * DAY_MS);
  switch (end.state) {
    case 'exhausted':
      return 'used up: what comes is on top';
    case 'runs_out':
      return `used up on ${day(end.day)} (${day(end.earliest)} – ${end.latest === null ? 'not in these days' : day(end.latest)})`;
    default: {
      const early = end.state === 'may_run_out' ? `; used up at the earliest on ${day(end.earliest)}` : '';
      if (idle) {
        const range = `${formatMoneyShort(idle.high)} – ${formatMoneyShort(idle.low)}`;
        return `${formatMoneyShort(idle.middle)} idle at its end (${range})${early}`;
      }
      const perDay = use.middle / days;
      const [low, high] = [formatMoneyShort(use.low / days), formatMoneyShort(use.high / days)];
      const verdict = perDay < pace ? 'some of it would be left idle' : 'it would be used up before its end';
      return `not in these ${days} days${early}; it takes ${formatMoneyShort(pace)} a day, forecast are ${formatMoneyShort(perDay)} (${low} – ${high}): at this pace ${verdict}`;
    }
  }
}
