import React from 'react';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import type { Column } from '../../components/table/column.ts';
import type { Lever } from '../../data/lever.ts';
import { formatBounded } from './formatBounded.ts';
import { formatEffect } from './formatEffect.ts';
import { leverNames } from '../../data/leverNames.ts';
import { scopeWords } from '../../data/scopeWords.ts';
import { VerdictTag } from './VerdictTag.tsx';
import { verdictWords } from './verdictWords.ts';

const score = (value: number | null) => (value === null ? 'not judged' : value.toFixed(2));

export const logColumns: readonly Column<Lever>[] = [
  {
    id: 'name',
    csvName: 'optimization',
    label: 'Date, lever, scope',
    isText: true,
    value: ({ event: { record } }) =>
      `${record['date']} ${leverNames[record['lever'] ?? ''] ?? record['lever']} · ${scopeWords(record)}`,
    show: ({ event }) => event.id,
  },
  {
    id: 'owner',
    label: 'Owner',
    isText: true,
    value: ({ event }) => event.record['owner'],
    show: ({ event }) => event.record['owner'],
  },
  {
    id: 'effect',
    csvName: 'effect_share',
    label: 'A request',
    value: ({ impact }) => impact.effect?.share,
    show: ({ impact }) => (impact.effect ? formatEffect(impact.effect) : '–'),
  },
  {
    id: 'verdict',
    label: 'Verdict',
    isText: true,
    value: (lever) => verdictWords(lever).words,
    show: (lever) => <VerdictTag lever={lever} />,
  },
  {
    id: 'saved',
    csvName: 'saved_usd',
    label: 'Saved to date, USD',
    value: ({ impact }) => impact.saved?.usd,
    show: ({ impact }) => (impact.saved ? formatBounded(impact.saved) : '–'),
  },
  {
    id: 'annual',
    csvName: 'annual_usd',
    label: 'A year, USD',
    value: ({ impact }) => impact.annual?.usd,
    show: ({ impact }) => (impact.annual ? formatMoneyShort(impact.annual.usd) : '–'),
  },
  {
    id: 'expected',
    csvName: 'expected_usd_per_year',
    label: 'Expected a year',
    isMinor: 'first',
    value: ({ event }) => expectedAYear(event.record),
    show: ({ event }) => {
      const usd = expectedAYear(event.record);
      return usd === undefined ? '–' : formatMoneyShort(usd);
    },
  },
  {
    id: 'quality',
    csvName: 'quality_since',
    label: 'Quality, bar',
    value: ({ quality }) => quality.after ?? undefined,
    show: ({ quality: { before, after, bar, evidence } }) => (
      <span title={evidence}>
        {before === null && after === null ? 'not judged' : `${score(before)} → ${score(after)}`}
        {bar !== null && `, bar ${bar}`}
      </span>
    ),
  },
];

function expectedAYear(record: Readonly<Record<string, string>>): number | undefined {
  const month = record['expectedUsdPerMonth'];
  return month === undefined ? undefined : 12 * Number(month);
}
