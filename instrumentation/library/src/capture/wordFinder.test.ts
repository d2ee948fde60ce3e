import fc from 'fast-check';
import { WordFinder } from './wordFinder.ts';

const text = (maxLength: number, minLength = 0) =>
  fc.array(fc.constantFrom('a', 'b', '"'), { minLength, maxLength }).map((letters) => Buffer.from(letters.join('')));

it('finds what a search word by word finds', () => {
  fc.assert(
    fc.property(
      fc.array(text(6, 1), { minLength: 1, maxLength: 4 }),
      text(60),
      fc.nat({ max: 60 }),
      fc.nat({ max: 60 }),
      (words, bytes, a, b) => {
        const [from, to] = [Math.min(a, b, bytes.length), Math.min(Math.max(a, b), bytes.length)];
        const found = words.map((word) => bytes.subarray(0, to).indexOf(word, from)).filter((at) => at >= 0);
        expect(new WordFinder(words).find(bytes, from, to)).toBe(found.length === 0 ? -1 : Math.min(...found));
      }
    ),
    { numRuns: 3000 }
  );
});
