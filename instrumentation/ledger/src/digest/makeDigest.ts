import type { ListedAnomaly } from '../api/listAnomalies.ts';
import type { DigestDay } from './digestDay.ts';
import type { Owners } from '../ownership/owners.ts';
import { dayText } from '../store/dayText.ts';
import { eventDay, type EventDay } from '../store/eventDay.ts';
import { monthText } from '../store/monthText.ts';
import { parseDay } from '../store/parseDay.ts';
import { Unusable } from '../store/unusable.ts';
import type { Digest } from './digest.ts';
import { dollars } from './dollars.ts';
import type { ReviewPart } from './reviewPart.ts';

/** Told one by one; the rest is a number. */
const MOST_ANOMALIES = 10;

export interface DigestParts {
  readonly days: readonly DigestDay[];
  /** Of the days told of, and before. */
  readonly anomalies: readonly ListedAnomaly[];
  readonly owners: Owners;
  /** How many closed days are told of: 1 or 7. */
  readonly length: 1 | 7;
  readonly nowMs: number;
  readonly review?: ReviewPart | undefined;
  readonly link: string | undefined;
}

/**
 * The digest of the last closed days, against the same weekdays a week before.
 *
 * @throws Unusable where no day is closed yet
 */
export function makeDigest({ days, anomalies, owners, length, nowMs, review, link }: DigestParts): Digest {
  const closed = days.filter(({ state }) => state === 'closed');
  const last = closed.at(-1);
  const lastDay = last && parseDay(last.day);
  if (lastDay === undefined) {
    throw new Unusable('no day is closed yet: there is nothing to tell; ask again once the first day has closed');
  }
  const first = lastDay - length + 1;
  const cost = (from: EventDay, to: EventDay) =>
    closed
      .filter(({ day }) => day >= dayText(from) && day <= dayText(to))
      .reduce((sum, { costNanoUsd }) => sum + BigInt(costNanoUsd), 0n);
  const now = cost(first, lastDay);
  const isCompared = closed.some(({ day }) => day === dayText(first - 7));
  const yesterday = eventDay(nowMs) - 1;
  const told = anomalies.filter(
    ({ isDismissed, through, since }) => !isDismissed && through >= dayText(first) && since <= dayText(lastDay)
  );
  const sentences = told.map(({ sentence, team, isWidespread }) =>
    [sentence, isWidespread ? 'Many features moved that day.' : '', `Team ${team}.`].filter(Boolean).join(' ')
  );
  const span = length === 1 ? `on ${words(lastDay)}` : `${words(first)} to ${words(lastDay)}`;
  return {
    title: `AI cost ${span}: ${dollars(now)}`,
    change: isCompared
      ? changed(now, cost(first - 7, lastDay - 7), length, lastDay)
      : 'No week before to compare with.',
    owner: ownerText(owners),
    budget: budgetText(owners, closed, lastDay),
    anomalies:
      sentences.length > MOST_ANOMALIES
        ? [...sentences.slice(0, MOST_ANOMALIES), `${sentences.length - MOST_ANOMALIES} more.`]
        : sentences,
    notes: lastDay < yesterday ? [`${words(yesterday)} is not closed yet.`] : [],
    review,
    link,
  };
}

function changed(now: bigint, before: bigint, length: 1 | 7, lastDay: EventDay): string {
  const than = `${length === 1 ? words(lastDay - 7) : 'the week before'} (${dollars(before)})`;
  if (before === 0n) {
    return `Nothing was spent in ${than}.`;
  }
  const percent = Math.abs(100 * (Number(now) / Number(before) - 1)).toFixed(1);
  return now === before ? `The same as ${than}.` : `${percent} % ${now > before ? 'more' : 'less'} than ${than}.`;
}

function ownerText({ total }: Owners): string {
  const who = [total.owner, total.team].filter(Boolean).join(', ');
  return who ? `Owner: ${who}.` : 'Nobody is named as owner: add `owner` to the owners file.';
}

function budgetText({ total }: Owners, closed: readonly DigestDay[], lastDay: EventDay): string {
  const month = monthText(lastDay);
  const spent = closed
    .filter(({ day }) => day.startsWith(month))
    .reduce((sum, { costNanoUsd }) => sum + BigInt(costNanoUsd), 0n);
  const [year = 0, number = 0, date = 0] = dayText(lastDay).split('-').map(Number);
  const monthDays = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const budget = Number(total.budgetPerMonth ?? NaN);
  const soFar = `Month to date ${dollars(spent)}`;
  if (!(budget > 0)) {
    return `${soFar}; no budget is set.`;
  }
  const used = Number(spent) / 1e9 / budget;
  const state = used > 1 ? 'over budget' : used > date / monthDays ? 'ahead of budget' : 'within budget';
  const amount = dollars(BigInt(Math.round(budget * 1e9)));
  return `${soFar} of ${amount} (${Math.round(used * 100)} %), day ${date} of ${monthDays}: ${state}.`;
}

function words(day: EventDay): string {
  return new Date(day * 86_400_000)
    .toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
    .replace(',', '');
}
