import fc from 'fast-check';
import { type Assumed, LAUNCH_FIELDS } from './assumed.ts';
import { readAssumed } from './readAssumed.ts';
import { writeAssumed } from './writeAssumed.ts';

const range = fc.record({
  low: fc.double({ noNaN: true, noDefaultInfinity: true }),
  likely: fc.double({ noNaN: true, noDefaultInfinity: true }),
  high: fc.double({ noNaN: true, noDefaultInfinity: true }),
});
const launch = fc.record(Object.fromEntries(LAUNCH_FIELDS.map((field) => [field, range])));
const assumed = fc
  .record({
    usage: fc.double({ min: 0.5, max: 2, noNaN: true }),
    price: fc.integer({ min: -99, max: 900 }),
    mix: fc.integer({ min: -99, max: 900 }),
    planned: fc.uniqueArray(fc.string({ unit: 'grapheme' })),
    launch: fc.option(launch, { nil: undefined }),
    hasLaunch: fc.boolean(),
    launchDay: fc.constantFrom(undefined, '2026-12-01'),
  })
  .map((one) => ({ ...one, hasLaunch: one.hasLaunch && one.launch !== undefined }) as unknown as Assumed);

const noMinusZero = (of: Assumed): unknown => JSON.parse(JSON.stringify(of));

test('what is written is read again, beside the parameters of others', () => {
  fc.assert(
    fc.property(assumed, (one) => {
      const search = writeAssumed(one, 'var-feature=search&usage=9');
      expect(noMinusZero(readAssumed(search))).toEqual(noMinusZero(one));
      expect(new URLSearchParams(search).get('var-feature')).toBe('search');
    }),
    { numRuns: 60 }
  );
});

test('nothing assumed is nothing in the URL', () => {
  expect(writeAssumed(readAssumed(''))).toBe('');
  expect(readAssumed('')).toMatchObject({ usage: 1, price: 0, mix: 0, planned: [], hasLaunch: false });
});

test('whatever stands in the URL, it is read, within bounds', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const search = new URLSearchParams({ usage: a, price: b, launch: a, launchOn: '1', launchDay: b }).toString();
      const { usage, price } = readAssumed(search);
      expect(usage >= 0.5 && usage <= 2 && price >= -99 && price <= 900).toBe(true);
    }),
    { numRuns: 60 }
  );
  for (const bad of ['usage=9', 'usage=', 'price=-100', 'launch=1~2~3&launchOn=1', 'launchDay=2026-99-01']) {
    expect(writeAssumed(readAssumed(bad))).toBe('');
  }
});
