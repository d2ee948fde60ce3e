import fc from 'fast-check';
import { acceptsBearer } from './acceptsBearer.ts';

const gate = acceptsBearer(['first-token-0001', 'second-token-002']);

test.each([
  ['Bearer first-token-0001', true],
  ['bearer  second-token-002 ', true],
  ['Bearer first-token-000', false],
  ['Bearer first-token-0001 x', false],
  ['Basic first-token-0001', false],
  ['first-token-0001', false],
  ['Bearer', false],
  ['', false],
  [undefined, false],
])('%p comes in: %p', (authorization, isIn) => {
  expect(gate(authorization)).toBe(isIn);
});

test('nothing else comes in, and without tokens nothing at all', () => {
  const none = acceptsBearer([]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([gate(text), gate(`Bearer ${text}`), none(`Bearer ${text}`)]).toEqual([false, false, false]);
    })
  );
});
