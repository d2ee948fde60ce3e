import { Alert } from '@grafana/ui';
import React from 'react';
import type { OpenDay } from '../../data/openDay.ts';
import type { PromSource } from '../../data/promSource.ts';
import { OpenDayCard } from './OpenDayCard.tsx';

interface Props {
  readonly source: PromSource;
  readonly openDay: OpenDay | undefined;
}

/** Before the first day is closed there is only today. */
export function FirstDay({ source, openDay }: Props) {
  return (
    <>
      <OpenDayCard source={source} openDay={openDay} main />
      <Alert severity="info" title="No day is closed yet">
        Yesterday, month to date and the breakdown appear when the first day is closed: from 02:00 UTC, once no calls
        have arrived for it for 30 minutes.
      </Alert>
    </>
  );
}
