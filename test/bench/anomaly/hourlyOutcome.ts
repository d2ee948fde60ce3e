import { findAnomalies, scoreDays } from '@ai-finops/ledger/analysis';
import type { Alarm } from './alarm.ts';
import { Draw } from './draw.ts';
import { hoursOf } from './hoursOf.ts';
import { GATE_USD, type LabelledSeries } from './labelledSeries.ts';
import { openAlarms } from './openAlarms.ts';

/** A day closes two hours after its end. */
const CLOSE_HOUR = 26;

export interface HourlyOutcome {
  /** Of looks and closes together: an alarm of a look and of the close of its day is one. */
  readonly alarms: readonly Alarm[];
  /** Where the event is a rise and was found: by a look or a close. */
  readonly isRise: boolean;
  /** Hours from the look that told of it to the close that did; where no close did, to that of the same day. */
  readonly hoursEarlier: number | undefined;
  readonly isOnlyOpen: boolean;
}

/** What looks at every full hour add to the closes of a series. */
export function hourlyOutcome(one: LabelledSeries, seed: string): HourlyOutcome {
  const scores = scoreDays(one);
  const found = findAnomalies(one, { gate: GATE_USD }, scores);
  const closes = found.filter(({ day, since }) => day === since).map(({ day, score }) => ({ day, isUp: score > 0 }));
  const risen = found.flatMap(({ day, score }) => (score > 0 ? [day] : []));
  const open = openAlarms(one, hoursOf(one, new Draw(seed)), scores, risen);
  const look = firstHit(one, open);
  const close = firstHit(one, closes);
  const own = open.filter(({ day }) => !closes.some((alarm) => alarm.day === day && alarm.isUp));
  return {
    alarms: [...closes, ...own].sort((a, b) => a.day - b.day),
    isRise: look !== undefined || close !== undefined,
    hoursEarlier:
      look && look.day <= (close?.day ?? Infinity)
        ? ((close?.day ?? look.day) - look.day) * 24 + CLOSE_HOUR - look.hour
        : undefined,
    isOnlyOpen: look !== undefined && close === undefined,
  };
}

function firstHit<One extends Alarm>({ event }: LabelledSeries, alarms: readonly One[]): One | undefined {
  return event?.isMaterial && event.sign > 0
    ? alarms.find(({ day, isUp }) => isUp && day >= event.first && day <= event.last)
    : undefined;
}
