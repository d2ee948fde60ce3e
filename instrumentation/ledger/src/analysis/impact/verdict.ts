import { validHalfWidth } from './validHalfWidth.ts';

export type Verdict = 'working' | 'not_proven' | 'harmful' | 'too_early';

/**
 * @param log estimated log effect, `se` its standard error, `ordinary` half-width of its 95 % interval at a single look
 * @param after days of data after the event
 * @param due days after which no verdict means not proven
 * @param expected log effect that was announced
 */
export function verdict(
  { log, se, ordinary }: { readonly log: number; readonly se: number; readonly ordinary: number },
  after: number,
  due: number,
  expected: number | undefined
): Verdict {
  const half = validHalfWidth(se);
  if (after >= 3 && log + half < 0) {
    return 'working';
  }
  if (after >= 3 && log - half > 0) {
    return 'harmful';
  }
  const isBelowExpected = expected !== undefined && expected < 0 && after >= 7 && log - ordinary > expected;
  return after >= due || isBelowExpected ? 'not_proven' : 'too_early';
}
