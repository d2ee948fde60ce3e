import fc from 'fast-check';
import { isFetchDue } from './isFetchDue.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AT = Date.parse('2026-10-05T06:00:00Z');
const due = (now: number, okMs?: number, triedMs = okMs) => isFetchDue(now, 6 * HOUR, { okMs, triedMs });

test.each([
  ['never fetched', due(AT + HOUR), true],
  ['a minute before the time of day', due(AT - 60_000, AT - DAY), false],
  ['at that time', due(AT, AT - DAY), true],
  ['fetched at that time', due(AT + 1, AT), false],
  ['a day was missed while the ledger was down', due(AT + 5 * HOUR, AT - DAY), true],
  ['failed half an hour ago', due(AT + HOUR, AT - DAY, AT + HOUR / 2), false],
  ['failed an hour ago', due(AT + HOUR, AT - DAY, AT), true],
  ['the clock was set back', due(AT + HOUR, AT - DAY, AT + 3 * DAY), true],
])('%s', (_what, isDue, expected) => expect(isDue).toBe(expected));

test('looked at every minute, once a day whatever the time of day, and it fails or not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: DAY - 1 }), fc.nat(DAY), (after, offset) => {
      let okMs: number | undefined;
      const from = AT + offset;
      let runs = 0;
      for (let now = from; now < from + 4 * DAY; now += 60_000) {
        if (isFetchDue(now, after, { okMs, triedMs: okMs })) {
          [okMs, runs] = [now, runs + 1];
        }
      }
      expect([4, 5]).toContain(runs);
    }),
    { numRuns: 20 }
  );
});
