import { Command, InvalidArgumentError } from 'commander';
import type { ReviewTime } from '../digest/reviewCalendar.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `ai-finops review calendar`: the weekly review as a series for the calendar. */
export function reviewCommand(): Command {
  const calendar = new Command('calendar')
    .description('The weekly review as an .ics series, thirty minutes, on standard output')
    .option('--at <day and time>', 'when, such as "Mon 10:00"', reviewTime, { weekday: 0, hour: 10, minute: 0 })
    .option('--time-zone <zone>', 'of that time, by its IANA name', timeZone, 'UTC')
    .option('--link <url>', 'the page Review')
    .action(async ({ at, timeZone: zone, link }: { at: ReviewTime; timeZone: string; link?: string }) => {
      // Loaded where it is needed: the ledger itself starts without it.
      const { reviewCalendar } = await import('../digest/reviewCalendar.ts');
      console.log(reviewCalendar({ at, timeZone: zone, link, nowMs: Date.now() }));
    });
  return new Command('review').description('The weekly review').addCommand(calendar);
}

/** @throws InvalidArgumentError */
function reviewTime(text: string): ReviewTime {
  const match = /^([A-Z][a-z]{2}) ([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  const weekday = DAYS.indexOf(match?.[1] ?? '');
  if (!match || weekday < 0) {
    throw new InvalidArgumentError('Write a day and a time, such as "Mon 10:00".');
  }
  return { weekday, hour: Number(match[2]), minute: Number(match[3]) };
}

/** @throws InvalidArgumentError */
function timeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError('Write an IANA name, such as Europe/Berlin.');
  }
}
