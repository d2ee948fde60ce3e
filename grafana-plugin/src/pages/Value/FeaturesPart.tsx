import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import React from 'react';
import type { ClosedDays } from '../../choice/closedPeriod.ts';
import { BasisMark } from '../../components/BasisMark.tsx';
import { pageHref } from '../../components/frame/pageHref.ts';
import type { View } from '../../components/frame/view.ts';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatDays } from '../../components/numbers/formatDays.ts';
import { DataTable } from '../../components/table/DataTable.tsx';
import { useSeriesColor } from '../../components/useSeriesColor.ts';
import type { FeatureEconomics, UserCosts } from '../../data/economics.ts';
import { isoDay } from '../../queries/isoDay.ts';
import { featureColumns } from './featureColumns.tsx';
import { FeatureNotes } from './FeatureNotes.tsx';
import { Losers } from './Losers.tsx';
import { NoOutcomes } from './NoOutcomes.tsx';
import { UsersPart } from './UsersPart.tsx';
import { WorthCards } from './WorthCards.tsx';
import { worthOf } from './worthOf.ts';

interface Props {
  readonly view: View;
  readonly period: ClosedDays;
  readonly features: readonly FeatureEconomics[];
  /** What people cost who use any of all features; undefined where filters leave some out. */
  readonly users: UserCosts | undefined;
}

/** Features: what loses money on top, then all of them. */
export function FeaturesPart({ view: { scope, basis, choice, onChoice }, period, features, users }: Props) {
  const colorOf = useSeriesColor(features.map(({ feature }) => feature));
  const worth = worthOf(
    features.map(({ margin, losing }) => ({
      valueNanoUsd: margin?.valueNanoUsd ?? null,
      marginNanoUsd: margin?.marginNanoUsd ?? null,
      losing,
    }))
  );
  return (
    <>
      <WorthCards
        worth={worth}
        rows={features.length}
        who="features"
        days={formatDays(period)}
        basis={<BasisMark basis={basis} days={period} />}
      >
        <p>
          Outcomes at <code>valuePerUnit</code> of the owners file, or as measured
        </p>
      </WorthCards>
      <Losers
        covers={`${scope.environment ?? 'All environments'}, through ${formatDay(period.lastDay)}`}
        features={features.filter(({ losing }) => losing !== null)}
        choice={choice}
      />
      <DataTable
        testId="worth-features"
        title={<h2>By feature</h2>}
        rows={features}
        columns={featureColumns(features, colorOf)}
        nameOf={({ feature }) => feature}
        colorOf={colorOf}
        hrefOf={({ feature }) => pageHref('feature', { ...choice, filters: [{ label: 'feature', values: [feature] }] })}
        sort={choice.sort}
        ownSort="-spend"
        onSort={(sort) => onChoice({ sort })}
        find={choice.find}
        onFind={(find) => onChoice({ find })}
        csvFile={`ai-worth-by-feature${scope.calibration ? '-calibrated' : ''}.csv`}
      />
      <FeatureNotes features={features} />
      <UsersPart
        basis={<BasisMark basis={basis} days={{ firstDay: monthBefore(period.lastDay), lastDay: period.lastDay }} />}
        isCalibrated={scope.calibration !== undefined}
        features={features}
        all={users}
        lastDay={isoDay(period.lastDay)}
      />
      <NoOutcomes
        features={features.filter(
          ({ feature, unit, requests }) => feature !== UNALLOCATED && unit === null && requests !== '0'
        )}
      />
    </>
  );
}

/** What users cost is of two calendar months: the start of the earlier one, in ms. */
function monthBefore(day: number): number {
  const at = new Date(day);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - 1, 1);
}
