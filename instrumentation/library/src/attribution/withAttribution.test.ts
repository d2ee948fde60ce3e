import fc from 'fast-check';
import type { Attribution } from './attribution.ts';
import { attributionStorage } from './attributionStorage.ts';
import { cleanValue } from './cleanValue.ts';
import { resolveAttribution } from './resolveAttribution.ts';
import { withAttribution } from './withAttribution.ts';

const current = (defaults: Attribution = {}, allow = false) =>
  resolveAttribution(attributionStorage.getStore(), defaults, allow);

it('nests: inner values win, the others stay, and nothing leaks out', async () => {
  const result = await withAttribution({ feature: 'a', tenant: 't', team: 'x' }, async () => {
    await Promise.resolve();
    const inner = withAttribution({ feature: 'b', task: '1' }, () => current());
    return [inner, current()];
  });
  expect(result).toMatchObject([
    { feature: 'b', tenant: 't', team: 'x', task: '1', requestType: 'unallocated' },
    { feature: 'a', tenant: 't', team: 'x', task: undefined },
  ]);
  expect(attributionStorage.getStore()).toBeUndefined();
});

it('falls back to the defaults of the service, then to unallocated', () => {
  expect(current({ team: 'core' })).toEqual({
    feature: 'unallocated',
    tenant: 'unallocated',
    team: 'core',
    requestType: 'unallocated',
    task: undefined,
    requestPath: undefined,
  });
});

it('hashes tenants that look like e-mail addresses unless allowed', () => {
  const mail = { tenant: 'Ann@Example.com' };
  const hashed = withAttribution(mail, () => current().tenant);
  expect(hashed).toMatch(/^email-[0-9a-f]{16}$/);
  expect(withAttribution({ tenant: 'ann@example.com' }, () => current().tenant)).toBe(hashed);
  expect(current(mail).tenant).toBe(hashed);
  expect(withAttribution(mail, () => current({}, true).tenant)).toBe('Ann@Example.com');
  expect(withAttribution({ tenant: '@acme' }, () => current().tenant)).toBe('@acme');
});

it('makes any value fit to be a label, or leaves it out', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary', maxLength: 600 })), (raw) => {
      const value = cleanValue(raw);
      expect(value === undefined || (value.length > 0 && value.length <= 128 && value.trim() === value)).toBe(true);
      // eslint-disable-next-line no-control-regex -- what must not be there
      expect(value ?? '').not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      expect(Buffer.from(value ?? '').toString()).toBe(value ?? '');
      withAttribution({ tenant: raw } as Attribution, () => undefined);
    }),
    { numRuns: 2000 }
  );
  expect(cleanValue(' a\u0000b\n ')).toBe('ab');
  expect(cleanValue(42)).toBe('42');
  expect(withAttribution(undefined as unknown as Attribution, () => 'ran')).toBe('ran');
});

it('labels none of 10,000 interleaved, nested async calls with what is another one’s', async () => {
  const one = async (at: number) =>
    withAttribution({ tenant: `t${at}` }, async () => {
      await new Promise((resolve) => setTimeout(resolve, at % 7));
      const inner = await withAttribution({ feature: `f${at}` }, async () => {
        await new Promise((resolve) => setImmediate(resolve));
        return current();
      });
      await null;
      const { feature, tenant } = current();
      return [inner.tenant, inner.feature, tenant, feature];
    });
  const found = await Promise.all(Array.from({ length: 10_000 }, (_, at) => one(at)));
  expect(found).toEqual(found.map((_, at) => [`t${at}`, `f${at}`, `t${at}`, 'unallocated']));
});
