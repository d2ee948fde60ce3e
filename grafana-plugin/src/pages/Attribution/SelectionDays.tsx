import { RadioButtonGroup } from '@grafana/ui';
import React, { useMemo } from 'react';
import { CostDays } from '../../components/days/CostDays.tsx';
import { useOpenDay } from '../../components/frame/useOpenDay.ts';
import type { View } from '../../components/frame/view.ts';
import { useSeriesColor } from '../../components/useSeriesColor.ts';
import type { Attribution } from '../../data/attribution.ts';
import { rowNames } from './rowNames.ts';

interface Props {
  readonly view: View;
  readonly attribution: Attribution;
}

const CHARTS = [
  { value: 'cost' as const, label: 'Cost per day' },
  { value: 'perCall' as const, label: 'Cost per call' },
];

/** The selection's days, split as its rows are. */
export function SelectionDays({ view: { source, scope, books, choice, onChoice }, attribution }: Props) {
  const { by, period, perDay, callsPerDay } = attribution;
  const openDay = useOpenDay(source, scope, by);
  const names = useMemo(() => rowNames(attribution), [attribution]);
  const colorOf = useSeriesColor(names);
  const isUpToToday = period.lastDay === books.lastClosedDay && openDay.value?.by === by;
  return (
    <section>
      <RadioButtonGroup
        aria-label="Chart"
        options={CHARTS}
        value={choice.chart}
        onChange={(chart) => onChoice({ chart })}
      />
      <CostDays
        source={source}
        cost={perDay}
        calls={callsPerDay}
        openDay={isUpToToday ? openDay.value : undefined}
        names={names}
        colorOf={colorOf}
        isTable={choice.isTable}
        onTable={(isTable) => onChoice({ isTable })}
        height={240}
      />
    </section>
  );
}
