const FORMAT = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A day of the books in words, `Sun 22 Nov`, the same in every time zone. */
export function formatDay(day: number): string {
  const parts = Object.fromEntries(FORMAT.formatToParts(day).map(({ type, value }) => [type, value]));
  // British English alone says "Sept".
  return `${parts['weekday']} ${parts['day']} ${parts['month']?.slice(0, 3)}`;
}
