import fc from 'fast-check';
import { WordFinder } from './wordFinder.ts';

const text = (maxLength: number, minLength = 0) =>
  fc.array(fc.constantFrom('a', 'b', '"'), { minLength, maxLength }).map((letters) => Buffer.from(letters.join('')));

it('finds what a search word by word finds', () => {
  fc.assert(
    fc.property(
      fc.array(text(6, 2), { minLength: 1, maxLength: 4 }),
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

it('finds a word whose pairs of letters share their places with others', () => {
  // 'a' << 4 and 'q' << 4 differ above the places there are: each pair of one is at the place of one of the other.
  const finder = new WordFinder([Buffer.from('!a!a')]);
  expect(finder.find(Buffer.from('aaaa!!aa!!!a!a'), 0, 14)).toBe(10);
  expect(finder.find(Buffer.from('aqaqaqaqaq!a!a'), 0, 14)).toBe(10);
  expect(finder.find(Buffer.from('!a!a'), 0, 3)).toBe(-1);
});
