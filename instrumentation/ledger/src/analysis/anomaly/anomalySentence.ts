import { moneyWords } from '../whatChanged/moneyWords.ts';
import type { WhatChanged } from '../whatChanged/whatChanged.ts';

/** Parts told at most, and the least of the change that is worth a word. */
const TOLD = 2;
const LEAST_SHARE = 0.15;

/**
 * An anomaly in two short sentences: what, since when and how much a day; and the parts of the change that explain it.
 *
 * @param since the incident's first day, `YYYY-MM-DD`
 * @param deviation nano-USD a day, cost − expected
 * @param until `HH:MM`, where `since` is a day that is not over: cost and expected are then those until this time, UTC
 * @param changed between the usual days and those of the incident; left out where it could not be told
 * @example anomalySentence(…) // => 'search: +38 % since Tue 17 Nov, ≈ $41 a day more. Retries on gpt-5-mini tripled: +$29 a day.'
 */
export function anomalySentence(
  {
    feature,
    since,
    deviation,
    expected,
    until,
  }: Readonly<Record<'feature' | 'since', string> & Record<'deviation' | 'expected', number> & { until?: string }>,
  changed: WhatChanged | undefined
): string {
  const amount = moneyWords(Math.abs(deviation)).slice(1);
  const percent = Math.round((100 * deviation) / expected);
  const size =
    expected > 0 && percent < 1_000 ? `${percent < 0 ? '−' : '+'}${Math.abs(percent)} %` : 'far more than usual';
  const more = deviation < 0 ? 'less' : 'more';
  const when = until === undefined ? `since ${dayWords(since)}` : `on ${dayWords(since)} by ${until} UTC`;
  const what = `${feature}: ${size} ${when}, ≈ ${amount} ${until === undefined ? `a day ${more}` : `${more} so far`}.`;
  const parts = (changed?.parts ?? [])
    .filter(({ nanoUsd }) => Number(nanoUsd) * Math.sign(deviation) > LEAST_SHARE * Math.abs(deviation))
    .sort((a, b) => Math.abs(Number(b.nanoUsd)) - Math.abs(Number(a.nanoUsd)))
    .slice(0, TOLD);
  return [what, ...parts.map(({ sentence }) => `${sentence}.`)].join(' ');
}

function dayWords(day: string): string {
  return new Date(`${day}T00:00:00Z`)
    .toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
    .replace(',', '');
}
