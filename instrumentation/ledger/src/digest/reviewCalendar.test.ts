import { reviewCalendar } from './reviewCalendar.ts';

/** A Monday. */
const NOW = Date.UTC(2026, 10, 23, 9);
const lines = (at: { weekday: number; hour: number; minute: number }, timeZone: string, link?: string) =>
  reviewCalendar({ at, timeZone, link, nowMs: NOW }).split('\r\n');

test('half an hour each week from the next such day on, by clocks on the wall of its zone', () => {
  const series = lines({ weekday: 1, hour: 9, minute: 30 }, 'Europe/Berlin', 'https://g.example/a/aifinops-app/review');
  expect(series).toContain('DTSTART;TZID=Europe/Berlin:20261124T093000');
  expect(series).toContain('DTEND;TZID=Europe/Berlin:20261124T100000');
  expect(series).toContain('RRULE:FREQ=WEEKLY');
  expect(series).toContain('BEGIN:VTIMEZONE');
  expect(series).toContain('URL;VALUE=URI:https://g.example/a/aifinops-app/review');
});

test('today where it is that day; UTC needs no zone', () => {
  const series = lines({ weekday: 0, hour: 23, minute: 45 }, 'UTC');
  expect(series).toContain('DTSTART:20261123T234500Z');
  expect(series).toContain('DTEND:20261124T001500Z');
  expect(series).not.toContain('BEGIN:VTIMEZONE');
});
