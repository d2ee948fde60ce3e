import fc from 'fast-check';
import type { z } from 'zod';
import { ApiRefusal } from './apiRefusal.ts';
import { BOOK_QUERY } from './bookQuery.ts';
import { CALL_QUERY, callFilter } from './callQuery.ts';
import { parseQuery } from './parseQuery.ts';

const NOW = Date.UTC(2026, 10, 22, 13);

const name = fc.oneof(
  fc.constantFrom('from', 'to', 'feature', 'tenant', 'model', 'status', 'task', 'trace', '__proto__', 'constructor'),
  fc.string({ unit: 'binary' })
);
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    "' OR 1=1 --",
    '%',
    '\u0000',
    '-1',
    '2026-11-22',
    '2026-02-30',
    '2026-11-22T13:00:00Z',
    '07'.repeat(16)
  )
);
const search = fc
  .array(fc.tuple(name, value), { maxLength: 4 })
  .map((parameters) => String(new URLSearchParams(parameters)));

test('whatever a query string says, it is read or refused with the parameter named', () => {
  fc.assert(
    fc.property(fc.oneof(search, fc.string()), fc.constantFrom(CALL_QUERY, BOOK_QUERY), (text, schema) => {
      try {
        const parsed = parseQuery(schema, text);
        expect(Object.keys(parsed as object).every((key) => Object.hasOwn(schema.shape, key))).toBe(true);
        if (schema === CALL_QUERY) {
          const { fromUs, toUs } = callFilter(parsed as z.infer<typeof CALL_QUERY>, NOW);
          expect([Number.isSafeInteger(fromUs), Number.isSafeInteger(toUs), fromUs < toUs]).toEqual([true, true, true]);
        }
      } catch (error) {
        if (!(error instanceof ApiRefusal)) {
          throw error;
        }
        expect([error.httpStatus, error.more]).toEqual([400, { field: expect.any(String) }]);
      }
    }),
    { numRuns: 200 }
  );
});
