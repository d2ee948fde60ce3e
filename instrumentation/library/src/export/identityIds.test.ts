import fc from 'fast-check';
import { identityIds } from './identityIds.ts';

it('gives valid ids, the same for the same identity and others for others', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const ids = identityIds(one);
      expect(ids.traceId).toMatch(/^[0-9a-f]{32}$/);
      expect(ids.spanId).toMatch(/^[0-9a-f]{16}$/);
      expect(identityIds(one)).toEqual(ids);
      expect(identityIds(other).traceId === ids.traceId).toBe(one === other);
    })
  );
});
