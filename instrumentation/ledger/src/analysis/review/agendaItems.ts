import { moneyWords } from '../whatChanged/moneyWords.ts';
import type { WhatChanged } from '../whatChanged/whatChanged.ts';

export const AGENDA_IDS = ['number', 'drivers', 'economics', 'levers', 'next', 'trust', 'decisions'] as const;

/** A point of the review: what it says, how long it may take, which page of the app has more. */
export interface AgendaItem {
  readonly id: (typeof AGENDA_IDS)[number];
  readonly title: string;
  /** Thirty in all. */
  readonly minutes: number;
  /** One or more, ready to read. */
  readonly sentences: readonly string[];
  readonly page: string;
}

/** What the books say of a week. Money is nano-USD. */
export interface AgendaFacts {
  /** Of the closed days against the same days of the week before; undefined where none of it is closed. */
  readonly change: WhatChanged | undefined;
  /** Closed days of the week. */
  readonly days: number;
  /** These days' part of the month's budget. */
  readonly budget: bigint | undefined;
  /** What was forecast of these days before they came. */
  readonly forecast: number | undefined;
  readonly losing: readonly {
    readonly feature: string;
    readonly since: string;
    /** On every day that is looked at: it may have begun before. */
    readonly isSinceStart: boolean;
    readonly perMonth: bigint;
    /** USD, of the last seven days. */
    readonly perOutcome: number | undefined;
    readonly worth: number | undefined;
    readonly unit: string;
  }[];
  /** The last day of the 30 that worth is told of, all environments; undefined where none is closed. */
  readonly worthThrough: string | undefined;
  /** Features whose outcomes somebody put a value on. */
  readonly valued: number;
  readonly levers: readonly { readonly name: string; readonly state: string; readonly savedUsd: number | undefined }[];
  readonly ideas: readonly {
    readonly name: string;
    readonly usdPerMonth: number;
    /** What comes before it can be shipped. */
    readonly needs: 'evaluation' | 'offer' | undefined;
  }[];
  readonly unallocated: bigint;
  readonly unpricedCalls: number;
  /** Bills of the newest month that has one. */
  readonly bills: readonly {
    readonly month: string;
    readonly provider: string;
    readonly gap: bigint;
    readonly share: number | undefined;
  }[];
  readonly decisions: readonly {
    readonly what: string;
    readonly owner: string;
    readonly due: string;
    readonly overdueDays: number;
  }[];
}

const MOST = 3;

/** The points of a review, thirty minutes in all, each with its sentences. */
export function agendaItems(facts: AgendaFacts): AgendaItem[] {
  return [
    { id: 'number', title: 'The number', minutes: 5, sentences: numberSentences(facts), page: 'overview' },
    { id: 'drivers', title: 'What drove it', minutes: 8, sentences: driverSentences(facts), page: 'attribution' },
    { id: 'economics', title: 'Worst economics', minutes: 5, sentences: economicsSentences(facts), page: 'value' },
    { id: 'levers', title: 'Optimizations', minutes: 4, sentences: leverSentences(facts), page: 'optimizations' },
    { id: 'next', title: 'Ship next', minutes: 4, sentences: ideaSentences(facts), page: 'optimizations' },
    { id: 'trust', title: 'Can we trust it', minutes: 2, sentences: trustSentences(facts), page: 'reconciliation' },
    { id: 'decisions', title: 'Open decisions', minutes: 2, sentences: decisionSentences(facts), page: 'review' },
  ];
}

const plain = (nanoUsd: bigint | number) => moneyWords(Math.abs(Number(nanoUsd))).replace(/^\+/, '');
const percent = (share: number) => `${Math.abs(share * 100).toFixed(1)} %`;
const usdWords = (usd: number) => plain(usd * 1e9);

function numberSentences({ change, days, budget, forecast }: AgendaFacts): string[] {
  if (change === undefined) {
    return ['No day of this week is closed yet.'];
  }
  const { beforeNanoUsd: before, afterNanoUsd: after } = change;
  const moved = after - before;
  const than = days < 7 ? `the same ${days === 1 ? 'day' : `${days} days`} of the week before` : 'the week before';
  const share = before === 0n ? '' : `, ${percent(Number(moved) / Number(before))}`;
  return [
    moved === 0n
      ? `${plain(after)}, as much as ${than}.`
      : `${plain(after)}, ${plain(moved)} ${moved > 0n ? 'more' : 'less'} than ${than}${share}.`,
    budget === undefined
      ? 'No budget is set.'
      : budget === 0n
        ? 'The budget is zero.'
        : after > budget
          ? `${percent(Number(after) / Number(budget) - 1)} over its part of the budget (${plain(budget)}).`
          : `Within its part of the budget (${plain(budget)}).`,
    ...(forecast === undefined ? [] : [`The forecast said ${usdWords(forecast)}.`]),
  ];
}

function driverSentences({ change }: AgendaFacts): string[] {
  if (change === undefined) {
    return ['No day of this week is closed yet.'];
  }
  const size = (nanoUsd: bigint) => (nanoUsd < 0n ? -nanoUsd : nanoUsd);
  const largest = change.parts
    .filter(({ nanoUsd }) => nanoUsd !== 0n)
    .sort((a, b) => (size(b.nanoUsd) > size(a.nanoUsd) ? 1 : -1))
    .slice(0, MOST);
  return largest.length === 0 ? ['Nothing moved.'] : largest.map(({ sentence }) => `${sentence.replace(/\.$/, '')}.`);
}

function economicsSentences({ losing, valued, worthThrough }: AgendaFacts): string[] {
  if (losing.length === 0) {
    return [valued === 0 ? 'Nobody said yet what outcomes are worth.' : 'No feature loses money.'];
  }
  return losing
    .slice(0, MOST)
    .map(
      ({ feature, since, isSinceStart, perMonth, perOutcome, worth, unit }) =>
        `${feature}: loses ${plain(perMonth)} a month since ${since}${isSinceStart ? ' or earlier' : ''}, all environments through ${worthThrough ?? since}` +
        (perOutcome === undefined || worth === undefined
          ? '.'
          : `; ${usdWords(perOutcome)} a ${unit}, worth ${usdWords(worth)}.`)
    );
}

function leverSentences({ levers }: AgendaFacts): string[] {
  const first = ['flip_back', 'harmful', 'working', 'not_proven', 'too_early'];
  const told = levers.filter(({ state }) => first.includes(state));
  const sorted = [...told].sort((a, b) => first.indexOf(a.state) - first.indexOf(b.state));
  const sentences = sorted
    .slice(0, MOST + 1)
    .map(
      ({ name, state, savedUsd }) =>
        `${name}: ${state.replaceAll('_', ' ')}${savedUsd === undefined || state !== 'working' ? '' : `, ${usdWords(savedUsd)} saved to date`}.`
    );
  const left = told.length - sentences.length;
  return told.length === 0 ? ['No optimization is open.'] : [...sentences, ...(left > 0 ? [`${left} more.`] : [])];
}

/** The most dollars first, whatever comes before them: that is what there is to decide. */
function ideaSentences({ ideas }: AgendaFacts): string[] {
  return ideas.length === 0
    ? ['No idea is ranked.']
    : [...ideas]
        .sort((a, b) => b.usdPerMonth - a.usdPerMonth)
        .slice(0, MOST)
        .map(
          ({ name, usdPerMonth, needs }) =>
            `${name}, ${usdWords(usdPerMonth)} a month${needs === undefined ? '' : `, needs ${needs === 'offer' ? 'an offer' : 'evaluation'} first`}.`
        );
}

function trustSentences({ change, unallocated, unpricedCalls, bills }: AgendaFacts): string[] {
  const all = Number(change?.afterNanoUsd ?? 0n);
  const share = all > 0 ? ` (${percent(Number(unallocated) / all)})` : '';
  return [
    `${plain(unallocated)} unallocated${share}, ${unpricedCalls} calls without a price.`,
    ...(bills.length === 0
      ? ['No bill was imported yet.']
      : bills.map(({ month, provider, gap, share: of }) =>
          gap === 0n
            ? `${provider} ${month}: the bill agrees.`
            : `${provider} ${month}: the bill is ${plain(gap)} ${gap > 0n ? 'more' : 'less'}${of === undefined ? '' : ` (${percent(of)})`}.`
        )),
  ];
}

function decisionSentences({ decisions }: AgendaFacts): string[] {
  const overdue = decisions.filter(({ overdueDays }) => overdueDays > 0);
  return decisions.length === 0
    ? ['None is open.']
    : [
        `${decisions.length} open, ${overdue.length} overdue.`,
        ...overdue.slice(0, MOST).map(({ what, owner, due }) => `${owner}: ${what}, due ${due}.`),
      ];
}
