import { getVtimezoneComponent } from '@touch4it/ical-timezones';
import ical, { ICalCalendarMethod, ICalEventRepeatingFreq } from 'ical-generator';

export interface ReviewTime {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

interface ReviewSeries {
  readonly at: ReviewTime;
  /** IANA name. */
  readonly timeZone: string;
  readonly link: string | undefined;
  readonly nowMs: number;
}

const MINUTES = 30;
const DAY_MS = 86_400_000;

/** A series of weekly reviews as iCalendar, from the next such weekday on; the time is that of clocks on the wall. */
export function reviewCalendar({ at, timeZone, link, nowMs }: ReviewSeries): string {
  // Day 0 was a Thursday: 3 by Monday's count.
  const today = Math.floor(nowMs / DAY_MS);
  const first = today + ((at.weekday - ((today + 3) % 7) + 7) % 7);
  const start = wallTime(first, at, timeZone);
  const calendar = ical({ name: 'AI cost review', method: ICalCalendarMethod.PUBLISH });
  const zone = timeZone === 'UTC' ? undefined : timeZone;
  if (zone !== undefined) {
    calendar.timezone({ name: zone, generator: getVtimezoneComponent });
  }
  calendar.createEvent({
    id: 'ai-finops-weekly-review',
    start,
    end: new Date(start.getTime() + MINUTES * 60_000),
    ...(zone !== undefined && { timezone: zone }),
    summary: 'AI cost review',
    description: 'What do we decide this week? The agenda is on the page Review.',
    repeating: { freq: ICalEventRepeatingFreq.WEEKLY },
    ...(link !== undefined && { url: link }),
  });
  return calendar.toString();
}

/** The calendar writes a date's local hours under a zone's name, and UTC as it is. */
function wallTime(day: number, { hour, minute }: ReviewTime, timeZone: string): Date {
  const date = new Date(day * DAY_MS);
  const parts = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), hour, minute] as const;
  return timeZone === 'UTC' ? new Date(Date.UTC(...parts)) : new Date(...parts);
}
