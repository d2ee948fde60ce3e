import fc from 'fast-check';
import { seriesColors } from './seriesColors.ts';

test('the first twelve never share a colour', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 12 }), (names) => {
      const colors = seriesColors(names);
      expect(new Set(colors.values()).size).toBe(names.length);
      expect([...colors.keys()].toSorted()).toEqual(names.toSorted());
    })
  );
});

test('a name keeps its colour in whatever order names come, and when others are filtered away', () => {
  const names = ['search', 'assistant', 'tagging'];
  const colors = seriesColors(names);
  expect(seriesColors(names.toReversed())).toEqual(colors);
  for (const name of names) {
    expect(seriesColors([name]).get(name)).toBe(colors.get(name));
  }
});

test('every name has a colour, however many there are', () => {
  const names = Array.from({ length: 60 }, (_, index) => `feature-${index}`);
  expect(seriesColors(names).size).toBe(60);
  expect(new Set([...seriesColors(names).values()]).size).toBe(18);
});
