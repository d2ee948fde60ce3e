import fc from 'fast-check';
import { header } from './header.ts';

const name = fc.stringMatching(/^[a-z][a-z-]{0,20}$/);
const value = fc.stringMatching(/^[!-~]([ -~]{0,30}[!-~])?$/);

it('finds a header in every shape that undici hands over', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, minLength: 1 }), (pairs) => {
      const shapes: unknown[] = [
        pairs.flat(),
        pairs.flat().map((part) => Buffer.from(part)),
        pairs.flatMap(([key, text]) => [key.toUpperCase(), [text, 'another']]),
        pairs.map(([key, text]) => `${key}: ${text}\r\n`).join(''),
        Object.assign(Object.create(null) as object, Object.fromEntries(pairs)),
      ];
      for (const [key, text] of pairs) {
        expect(shapes.map((shape) => header(shape, key))).toEqual(shapes.map(() => text));
      }
      expect(shapes.map((shape) => header(shape, 'a-name-that-is-not-there'))).toEqual(shapes.map(() => undefined));
    })
  );
});

it('finds nothing where there are no headers', () => {
  for (const nothing of [undefined, null, 7, [], {}, '']) {
    expect(header(nothing, 'content-type')).toBeUndefined();
  }
});
