import type { WhatChanged } from '@ai-finops/ledger/analysis';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import type { Levers } from '../../data/lever.ts';
import type { Opportunities } from '../../data/opportunity.ts';
import type { Review } from '../../data/review.ts';

/** A point of the review: what it says, how long it may take, where to look. */
export interface AgendaItem {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly sentence: string;
  /** A page of the app. */
  readonly page: string;
  readonly link: string;
}

export interface AgendaFacts {
  /** What the week cost against the one before; words where it can't be said. */
  readonly change: WhatChanged | string;
  readonly levers: Levers | undefined;
  readonly ideas: Opportunities | undefined;
  readonly review: Review;
}

const MOST_PARTS = 3;
const usd = (nano: bigint) => Number(nano) / 1e9;
const signed = (value: number) => `${value < 0 ? '−' : '+'}${formatMoneyShort(Math.abs(value))}`;

/** The points of a review, thirty minutes in all, from what the books say. */
export function agendaItems({ change, levers, ideas, review }: AgendaFacts): readonly AgendaItem[] {
  const overdue = review.decisions.filter(({ decision, overdueDays }) => decision.state === 'open' && overdueDays > 0);
  const open = review.decisions.filter(({ decision }) => decision.state === 'open');
  return [
    {
      id: 'number',
      title: 'The number',
      minutes: 7,
      sentence: numberSentence(change),
      page: 'overview',
      link: 'Overview',
    },
    {
      id: 'drivers',
      title: 'What drove it',
      minutes: 8,
      sentence: driverSentence(change),
      page: 'attribution',
      link: 'What changed',
    },
    {
      id: 'levers',
      title: 'Optimizations',
      minutes: 6,
      sentence: leverSentence(levers),
      page: 'optimizations',
      link: 'Verdicts',
    },
    { id: 'next', title: 'Ship next', minutes: 6, sentence: nextSentence(ideas), page: 'optimizations', link: 'Ideas' },
    {
      id: 'decisions',
      title: 'Open decisions',
      minutes: 3,
      sentence:
        open.length === 0
          ? 'None is open.'
          : `${open.length} open, ${overdue.length} overdue${overdue[0] ? ` (${overdue[0].decision.record.owner}: ${overdue[0].decision.record.what}, due ${overdue[0].decision.record.due})` : ''}.`,
      page: 'review',
      link: 'Below',
    },
  ];
}

function numberSentence(change: AgendaFacts['change']): string {
  if (typeof change === 'string') {
    return change;
  }
  const [before, after] = [usd(change.beforeNanoUsd), usd(change.afterNanoUsd)];
  const per = change.per === 'day' ? ' a day' : '';
  const share = before === 0 ? '' : `, ${signed(after - before)} (${((after / before - 1) * 100).toFixed(1)} %)`;
  return `${formatMoneyShort(after)}${per}${share} against the week before.`;
}

function driverSentence(change: AgendaFacts['change']): string {
  if (typeof change === 'string') {
    return change;
  }
  const size = (nano: bigint) => Math.abs(Number(nano));
  const parts = change.parts.filter(({ nanoUsd }) => nanoUsd !== 0n);
  const largest = [...parts].sort((a, b) => size(b.nanoUsd) - size(a.nanoUsd)).slice(0, MOST_PARTS);
  return largest.length === 0
    ? 'Nothing moved.'
    : largest.map(({ sentence }) => `${sentence.replace(/\.$/, '')}.`).join(' ');
}

function leverSentence(levers: Levers | undefined): string {
  if (levers === undefined) {
    return 'The ledger gave no answer.';
  }
  const open = levers.levers.filter(({ event }) => event.state === 'open');
  const flip = open.filter(({ state }) => state === 'flip_back');
  const of = (verdict: string) =>
    open.filter(({ state, impact }) => state !== 'flip_back' && impact.state === verdict).length;
  const back = flip.map(({ event }) => event.record['feature'] ?? event.id).join(', ');
  return open.length === 0
    ? 'None is recorded.'
    : `${of('working')} working, ${of('not_proven')} not proven, ${of('harmful')} harmful, ${of('too_early')} too early${back && `; flip back: ${back}`}.`;
}

function nextSentence(ideas: Opportunities | undefined): string {
  const [first] = ideas?.opportunities ?? [];
  return first === undefined
    ? 'No idea is ranked.'
    : `${first.lever.replaceAll('_', ' ')} · ${first.scope.feature}, ${formatMoneyShort(first.monthly.usd)} a month${first.state === 'counted' ? '' : ', needs evaluation first'}.`;
}
