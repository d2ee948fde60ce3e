import { TextLink } from '@grafana/ui';
import React from 'react';
import { resolvePeriod } from '../../choice/resolvePeriod.ts';
import { CostDays } from '../../components/days/CostDays.tsx';
import { useDayMarks } from '../../components/days/useDayMarks.ts';
import { Fading } from '../../components/Fading.tsx';
import { pageHref } from '../../components/frame/pageHref.ts';
import { requestsHref } from '../../components/frame/requestsHref.ts';
import type { View } from '../../components/frame/view.ts';
import { Failure } from '../../components/states/Failure.tsx';
import { NoClosedDay } from '../../components/states/NoClosedDay.tsx';
import { PageSkeleton } from '../../components/states/PageSkeleton.tsx';
import { PartialNotice } from '../../components/states/PartialNotice.tsx';
import { useSeriesColor } from '../../components/useSeriesColor.ts';
import { loadNamed, NAMED_DAYS } from '../../data/loadNamed.ts';
import { outcomeCostOf } from '../../data/outcomeCostOf.ts';
import type { SoleFilter } from '../../data/soleFilter.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { useOutcomeCosts } from '../../data/useOutcomeCosts.ts';
import { valueOf } from '../../data/valueOf.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { NamedCards } from './NamedCards.tsx';
import { NamedTable } from './NamedTable.tsx';
import { PromptDrift } from './PromptDrift.tsx';

interface Props {
  readonly view: View;
  readonly sole: SoleFilter;
}

/** The name's figures, its cost per call over 90 days, its prompts, and what it is made of. */
export function NamedBody({ view, sole }: Props) {
  const { source, scope, basis, books, choice, onChoice } = view;
  const period = resolvePeriod(choice.period, books, choice.against);
  const loaded = useLoaded(JSON.stringify([source.uid, scope, books.lastClosedDay, period]), (signal) =>
    period ? loadNamed(source, scope, books, period, sole, Date.now(), signal) : Promise.resolve(undefined)
  );
  const costs = useOutcomeCosts(sole.label === 'feature' ? period : undefined, scope);
  const names = [sole.value];
  const colorOf = useSeriesColor(names);
  const marks = useDayMarks(view, books.lastClosedDay - (NAMED_DAYS - 1) * DAY_MS, books.lastClosedDay);
  if (!period) {
    return <NoClosedDay onWiden={() => onChoice({ period: '30d' })} />;
  }
  if (loaded.failed !== undefined) {
    return <Failure what={`${source.name} did not answer`} words={loaded.failed} onRetry={loaded.retry} />;
  }
  const named = loaded.value;
  if (!named) {
    return <PageSkeleton />;
  }
  const { cost, before, calls, outcomes, owner, monthCost, budget, rows, costPerDay, callsPerDay, inputTokensPerDay } =
    named;
  const outcomeCost = outcomeCostOf(costs, [sole.value], { usd: valueOf(cost), outcomes: valueOf(outcomes) });
  return (
    <>
      <PartialNotice
        answers={[cost, before, calls, owner, monthCost, budget, rows, costPerDay, callsPerDay, inputTokensPerDay]}
        onRetry={loaded.retry}
      />
      <Fading isBusy={loaded.loading}>
        <NamedCards source={source} basis={basis} today={books.today} named={named} outcomeCost={outcomeCost} />
        <TextLink href={pageHref('attribution', { ...choice, by: named.by })} inline={false}>
          What changed, and every other split
        </TextLink>
        <TextLink href={requestsHref(choice, period)} inline={false}>
          Most expensive requests
        </TextLink>
        <h2 style={{ margin: 0, fontSize: 16 }}>Cost per call, 90 days</h2>
        <CostDays
          source={source}
          cost={costPerDay}
          calls={callsPerDay}
          names={names}
          colorOf={colorOf}
          isTable={choice.isTable}
          onTable={(isTable) => onChoice({ isTable })}
          height={220}
          marks={marks}
        />
        <PromptDrift
          marks={marks.marks}
          source={source}
          tokens={inputTokensPerDay}
          calls={callsPerDay}
          name={sole.value}
        />
        <NamedTable view={view} named={named} />
      </Fading>
    </>
  );
}
