import React, { type ReactNode } from 'react';
import { formatChange } from '../../components/numbers/formatChange.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';
import { Sparkline } from '../../components/Sparkline.tsx';
import type { Column } from '../../components/table/column.ts';
import type { FeatureEconomics } from '../../data/economics.ts';
import { MoneyCell } from './MoneyCell.tsx';
import { QualityCell } from './QualityCell.tsx';
import { WorthHelp } from '../../components/worth/WorthHelp.tsx';
import { worthOfOne } from '../../components/worth/worthOfOne.ts';

const spendOf = ({ inferenceNanoUsd, otherNanoUsd }: FeatureEconomics) =>
  usdOf(BigInt(inferenceNanoUsd) + BigInt(otherNanoUsd));
const outcomesOf = ({ unit, period }: FeatureEconomics) => (unit === null ? undefined : Number(period.outcomes));
const marginOf = ({ margin }: FeatureEconomics) => (margin === null ? undefined : usdOf(margin.marginNanoUsd));
const savedOf = ({ replacement }: FeatureEconomics) =>
  replacement === null ? undefined : usdOf(replacement.marginNanoUsd);
const known = <T,>(value: T | undefined, show: (value: T) => ReactNode, otherwise = '–'): ReactNode =>
  value === undefined ? otherwise : show(value);

/** What each feature costs, delivers and is worth. */
export function featureColumns(
  rows: readonly FeatureEconomics[],
  colorOf: (name: string) => string
): Column<FeatureEconomics>[] {
  const columns: (Column<FeatureEconomics> & { readonly isShown?: boolean })[] = [
    {
      ...{ id: 'name', csvName: 'feature', label: 'Feature', isText: true },
      value: ({ feature }) => feature,
      show: ({ feature }) => feature,
    },
    {
      ...{ id: 'owner', label: 'Owner', isText: true, isMinor: true },
      isShown: rows.some(({ owner }) => owner !== null),
      value: ({ owner }) => owner ?? undefined,
      show: ({ owner }) => owner ?? '–',
    },
    {
      ...{ id: 'spend', csvName: 'spend_usd', label: 'Spend' },
      value: spendOf,
      show: (row) => formatMoney(spendOf(row)),
      help: (
        <WorthHelp of="Spend">
          USD: its calls, restated, and its part of the costs beyond inference of the owners file.
        </WorthHelp>
      ),
    },
    {
      ...{ id: 'calls', label: 'Calls', isMinor: 'first' as const },
      value: ({ requests }) => Number(requests),
      show: ({ requests }) => formatCount(Number(requests)),
    },
    {
      ...{ id: 'outcomes', label: 'Outcomes' },
      value: outcomesOf,
      show: (row) =>
        known(outcomesOf(row), (count) => <span title={row.unit ?? ''}>{formatCount(count)}</span>, 'no outcomes'),
      help: (
        <WorthHelp of="Outcomes">
          Units of work of these days, of the unit that is counted now. Days whose source had nothing are left out of
          every ratio and margin.
        </WorthHelp>
      ),
    },
    {
      ...{ id: 'perOutcome', csvName: 'cost_usd_per_outcome', label: 'Cost each' },
      value: ({ period }) => period.perOutcomeUsd ?? undefined,
      show: ({ period }) => known(period.perOutcomeUsd ?? undefined, formatUnitCost),
      help: (
        <WorthHelp of="Cost each">
          The spend of the days whose outcomes are known by these outcomes, USD for one.
        </WorthHelp>
      ),
    },
    {
      ...{ id: 'change', csvName: 'change_week_over_week', label: 'Week' },
      value: ({ week, weekBefore }) =>
        week.perOutcomeUsd === null || !weekBefore.perOutcomeUsd
          ? undefined
          : week.perOutcomeUsd / weekBefore.perOutcomeUsd - 1,
      show: ({ week, weekBefore }) =>
        formatChange(week.perOutcomeUsd ?? undefined, weekBefore.perOutcomeUsd ?? undefined) ?? '–',
      help: (
        <WorthHelp of="Week">
          Cost an outcome in the last seven days of the period, against the seven days before them.
        </WorthHelp>
      ),
    },
    {
      ...{ id: 'line', label: '90 days', isMinor: true },
      value: () => undefined,
      show: ({ feature, line }) => (
        <Sparkline values={line.map(({ perOutcomeUsd }) => perOutcomeUsd ?? undefined)} color={colorOf(feature)} />
      ),
      help: <WorthHelp of="90 days">Cost an outcome of seven days each, up to each of the last 90 days.</WorthHelp>,
    },
    {
      ...{ id: 'worth', csvName: 'value_usd_per_outcome', label: 'Worth each' },
      value: worthOfOne,
      show: (row) => known(worthOfOne(row), formatUnitCost, 'not known'),
      help: (
        <WorthHelp of="Worth each">
          USD one outcome is worth: what was measured of these days, or valuePerUnit of the owners file. Not known where
          neither is there.
        </WorthHelp>
      ),
    },
    {
      ...{ id: 'margin', csvName: 'margin_usd', label: 'Margin' },
      value: marginOf,
      show: (row) => <MoneyCell usd={marginOf(row)} isLoss={row.losing !== null} />,
      help: (
        <WorthHelp of="Margin">
          USD: value less spend, of the days whose value is known. Red: it loses money now.
        </WorthHelp>
      ),
    },
    {
      ...{ id: 'saved', csvName: 'saved_usd_against_replaced', label: 'Saved', isMinor: 'first' as const },
      isShown: rows.some(({ replacement }) => replacement !== null),
      value: savedOf,
      show: (row) => known(savedOf(row), formatMoney),
      help: (
        <WorthHelp of="Saved">
          USD: what the outcomes would cost without AI (replacedPerUnit), less what they cost.
        </WorthHelp>
      ),
    },
    {
      ...{ id: 'quality', label: 'Quality' },
      value: ({ quality }) => quality?.mean,
      show: ({ quality }) => <QualityCell quality={quality} />,
      help: (
        <WorthHelp of="Quality">Mean of the judgements of these days, beside its bar. Red: below the bar.</WorthHelp>
      ),
    },
  ];
  return columns.filter(({ isShown = true }) => isShown);
}
