import { Badge } from '@grafana/ui';
import React from 'react';
import { Figure } from '../../components/Figure.tsx';
import { Help } from '../../components/Help.tsx';
import { NumberCard } from '../../components/NumberCard.tsx';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import type { OpenDay } from '../../data/openDay.ts';
import type { PromSource } from '../../data/promSource.ts';

interface Props {
  readonly source: PromSource;
  readonly openDay: OpenDay | undefined;
  /** The very first day: there is nothing closed to put above it. */
  readonly main?: boolean;
}

/** Today so far: open, so it still rises. */
export function OpenDayCard({ source, openDay, main = false }: Props) {
  if (!openDay) {
    return <NumberCard testId="open-day" title="Today so far" value="…" main={main} />;
  }
  return (
    <NumberCard
      testId="open-day"
      main={main}
      title={
        <>
          Today so far <Badge text="open" color="blue" />
        </>
      }
      help={
        <Help
          of="Today so far"
          definition="Cost of the calls that happened since 00:00 UTC, as of the last scrape. The day is open: it rises, and it is not in any other number on this page."
          question={openDay.cost.question}
          also={{ Calls: openDay.requests.question }}
          source={source}
        />
      }
      value={<Figure answer={openDay.cost} format={formatMoney} />}
    >
      <p>{formatDay(openDay.day)} (UTC)</p>
      <p>
        <Figure answer={openDay.requests} format={(count) => `${formatCount(count)} calls`} />
      </p>
    </NumberCard>
  );
}
