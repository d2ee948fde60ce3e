import fc from 'fast-check';
import { InternedStrings } from './internedStrings.ts';

test('reads what toString reads, however often and in whatever order', () => {
  const strings = new InternedStrings();
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => Buffer.from(text)),
    fc.constantFrom('search', 'chat', 'gpt-5-mini', 'a', '').map((text) => Buffer.from(text))
  );
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 20 }), fc.nat(5), (values, offset) => {
      const body = Buffer.concat([Buffer.alloc(offset), ...values]);
      let start = offset;
      for (const value of values) {
        const end = start + value.length;
        expect(strings.read(body, start, end)).toBe(body.toString('utf8', start, end));
        start = end;
      }
    }),
    { numRuns: 500 }
  );
});

test('keeps nothing of the body', () => {
  const strings = new InternedStrings();
  const body = Buffer.from('search');
  strings.read(body, 0, 6);
  body.fill('x');
  expect(strings.read(Buffer.from('search'), 0, 6)).toBe('search');
  expect(strings.read(body, 0, 6)).toBe('xxxxxx');
});
