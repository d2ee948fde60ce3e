/** The microseconds since the epoch that an ISO 8601 time in UTC names, or undefined where it names none. */
export function parseMicros(text: string): number | undefined {
  const [, seconds, fraction = ''] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?Z$/.exec(text) ?? [];
  const ms = Date.parse(`${seconds}Z`);
  const isReal = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(String(seconds));
  return isReal ? ms * 1_000 + Number(fraction.padEnd(6, '0')) : undefined;
}
