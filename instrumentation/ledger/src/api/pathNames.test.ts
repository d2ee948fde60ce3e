import fc from 'fast-check';
import { hasTraversal } from './hasTraversal.ts';
import { pathNames } from './pathNames.ts';

const PATH = '/api/v1/quotas/{scope}/{name}';

test('a path without names is itself', () => {
  expect(pathNames('/api/v1/days', '/api/v1/days')).toEqual({});
  expect(pathNames('/api/v1/days', '/api/v1/Days')).toBeUndefined();
});

test('any name, encoded once, is found again or refused as a path that climbs, never taken for another', () => {
  const name = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.stringMatching(/^[./\\%2efF5c +&?#ä]{1,8}$/));
  fc.assert(
    fc.property(name, (given) => {
      const path = `/api/v1/quotas/tenant/${encodeURIComponent(given)}`;
      const isTwice = /%(?:25|2e|2f|5c)/i.test(given);
      if (hasTraversal(path)) {
        expect(given).toMatch(/\.|%2e/i);
      } else if (isTwice) {
        expect(() => pathNames(PATH, path)).toThrow('encoded twice');
      } else {
        expect(pathNames(PATH, path)).toEqual({ scope: 'tenant', name: given });
      }
    })
  );
});

test.each(['feature', 'feature/', 'feature/a/', 'feature/a/b', '/a', 'feature//a', 'feature/a/../b'])(
  '%s is of no route',
  (rest) => {
    expect(pathNames(PATH, `/api/v1/quotas/${rest}`)).toBeUndefined();
  }
);

test.each(['%', '%zz', '%ff', '%c3%28'])('%s is no text', (name) => {
  expect(() => pathNames(PATH, `/api/v1/quotas/feature/${name}`)).toThrow('percent-encode');
});
