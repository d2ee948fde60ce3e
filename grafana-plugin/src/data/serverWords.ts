const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** What the server said, as far as it said anything, from whatever Grafana's fetch rejected with. */
export function serverWords(error: unknown): string {
  const data = field(error, 'data');
  const words =
    text(data) ??
    text(field(data, 'message')) ??
    text(field(data, 'error')) ??
    text(field(error, 'statusText')) ??
    text(field(error, 'message')) ??
    'no reason given';
  const status = field(error, 'status');
  return typeof status === 'number' && status > 0 ? `${status}: ${words}` : words;
}
