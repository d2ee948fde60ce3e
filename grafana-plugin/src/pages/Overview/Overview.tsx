import React from 'react';
import { resolvePeriod } from '../../choice/resolvePeriod.ts';
import { Fading } from '../../components/Fading.tsx';
import { useOpenDay } from '../../components/frame/useOpenDay.ts';
import type { View } from '../../components/frame/view.ts';
import { Failure } from '../../components/states/Failure.tsx';
import { NoClosedDay } from '../../components/states/NoClosedDay.tsx';
import { PageSkeleton } from '../../components/states/PageSkeleton.tsx';
import { PartialNotice } from '../../components/states/PartialNotice.tsx';
import { loadBreakdown } from '../../data/loadBreakdown.ts';
import { loadHeadline } from '../../data/loadHeadline.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { BeyondInference } from './BeyondInference.tsx';
import { BreakdownTable } from './BreakdownTable.tsx';
import { CfoBrief } from './brief/CfoBrief.tsx';
import { Figures } from './Figures.tsx';
import { NeedsAttention } from './NeedsAttention.tsx';
import { overviewLabels } from './overviewLabels.ts';
import { WhereItWent } from './WhereItWent.tsx';

/** The page once there are closed days: the figures, what needs attention, then where the money went. */
export function Overview(view: View) {
  const { source, scope, books, choice, onChoice } = view;
  const by = overviewLabels.find((label) => label === choice.by) ?? 'feature';
  const period = resolvePeriod(choice.period, books, choice.against);
  const about = JSON.stringify([source.uid, scope, books.lastClosedDay, books.today]);
  const openDay = useOpenDay(source, scope, by);
  const headline = useLoaded(about, (signal) => loadHeadline(source, scope, books, Date.now(), signal));
  const breakdown = useLoaded(`${about} ${by} ${JSON.stringify(period)} ${choice.chart}`, (signal) =>
    period
      ? loadBreakdown(source, scope, books, { by, chart: choice.chart }, period, Date.now(), signal)
      : Promise.resolve(undefined)
  );
  const retry = () => [headline, breakdown, openDay].forEach((loaded) => loaded.retry());
  const failed = headline.failed ?? breakdown.failed;
  if (failed !== undefined) {
    return <Failure what={`${source.name} did not answer`} words={failed} onRetry={retry} />;
  }
  if (!headline.value || (period && !breakdown.value)) {
    return <PageSkeleton />;
  }
  const { cost, calls, weekBefore, month, owner, budget, unallocated, unpriced, otherCost } = headline.value;
  const today = openDay.value;
  return (
    <>
      <PartialNotice
        answers={[
          ...[cost, calls, weekBefore, month?.cost, owner, budget, unallocated, unpriced, otherCost],
          ...[today?.cost, today?.requests, today?.costBy],
          ...(breakdown.value?.answers ?? []),
        ]}
        onRetry={retry}
      />
      <Fading isBusy={headline.loading}>
        <Figures view={view} headline={headline.value} openDay={today} />
      </Fading>
      <NeedsAttention view={view} />
      {breakdown.value ? (
        <Fading isBusy={breakdown.loading || headline.loading}>
          <WhereItWent view={view} headline={headline.value} breakdown={breakdown.value} openDay={today} />
          <BreakdownTable view={view} total={headline.value} breakdown={breakdown.value} />
          <BeyondInference source={source} otherCost={otherCost} cost={cost} />
          <CfoBrief view={view} headline={headline.value} />
        </Fading>
      ) : (
        <NoClosedDay onWiden={() => onChoice({ period: '30d' })} />
      )}
    </>
  );
}
