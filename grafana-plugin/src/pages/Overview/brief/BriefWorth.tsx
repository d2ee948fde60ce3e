import React from 'react';
import { formatChange } from '../../../components/numbers/formatChange.ts';
import { formatCount } from '../../../components/numbers/formatCount.ts';
import { formatMoney } from '../../../components/numbers/formatMoney.ts';
import { formatUnitCost } from '../../../components/numbers/formatUnitCost.ts';
import { usdOf } from '../../../components/numbers/usdOf.ts';
import { costWords } from '../../../components/worth/costWords.ts';
import { lossWords } from '../../../components/worth/lossWords.ts';
import { worthOfOne } from '../../../components/worth/worthOfOne.ts';
import type { FeatureEconomics } from '../../../data/economics.ts';
import { worstAndBest } from './worstAndBest.ts';

/** More would not fit on the page. */
const MOST_LOSERS = 4;

/** Cost per outcome of the features that count any, the worst and the best, and what loses money. */
export function BriefWorth({ features }: { readonly features: readonly FeatureEconomics[] }) {
  const { rows, others } = worstAndBest(features);
  if (rows.length === 0) {
    return <p>No feature records outcomes.</p>;
  }
  const isValued = features.some(({ margin }) => margin !== null);
  const losers = features.filter(({ losing }) => losing !== null);
  return (
    <>
      <table data-testid="brief-worth">
        <thead>
          <tr>
            <th scope="col">Feature, worst first</th>
            <th scope="col">Outcomes</th>
            <th scope="col">Cost each</th>
            <th scope="col">Week</th>
            <th scope="col">Worth each</th>
            <th scope="col">Margin, USD</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.feature}>
              <th scope="row">{one.feature}</th>
              <td>
                {formatCount(Number(one.period.outcomes))} {one.unit}
              </td>
              <td>{formatUnitCost(one.period.perOutcomeUsd ?? 0)}</td>
              <td>
                {formatChange(one.week.perOutcomeUsd ?? undefined, one.weekBefore.perOutcomeUsd ?? undefined) ?? '–'}
              </td>
              <td>{worthWords(one)}</td>
              <td>{one.margin === null ? 'not known' : formatMoney(usdOf(one.margin.marginNanoUsd))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {others > 0 && `${others} more between them. `}
        {losers.length > 0
          ? `Loses money: ${losers.slice(0, MOST_LOSERS).map(loserWords).join(' · ')}${
              losers.length > MOST_LOSERS ? ` · and ${losers.length - MOST_LOSERS} more` : ''
            }.`
          : isValued
            ? 'Nothing loses money.'
            : 'Nobody said what an outcome is worth.'}
      </p>
    </>
  );
}

function worthWords(one: FeatureEconomics): string {
  const worth = worthOfOne(one);
  return worth === undefined ? 'not known' : formatUnitCost(worth);
}

function loserWords(one: FeatureEconomics): string {
  const cost = costWords(one);
  return [
    cost === undefined ? one.feature : `${one.feature}: ${cost}`,
    ...(one.losing ? [lossWords(one.losing)] : []),
    one.owner === null ? 'owner unknown' : `owner ${one.owner}`,
  ].join(', ');
}
