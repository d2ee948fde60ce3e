import fc from 'fast-check';
import { readPartialSuccess } from './readPartialSuccess.ts';

it('takes any bytes without throwing, and an empty answer for full success', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const { rejected, message } = readPartialSuccess(bytes);
      expect(rejected).toBeGreaterThanOrEqual(0);
      expect(typeof message).toBe('string');
    }),
    { numRuns: 2000 }
  );
  expect(readPartialSuccess(new Uint8Array())).toEqual({ rejected: 0, message: '' });
});
