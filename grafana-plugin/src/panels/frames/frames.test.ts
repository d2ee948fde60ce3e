import { FieldType } from '@grafana/data';
import fc from 'fast-check';
import { DAY_MS } from '../../queries/dayMs.ts';
import { FIRST, daily } from './daily.fixture.ts';
import { looksDaily } from './looksDaily.ts';
import { readDaily } from './readDaily.ts';

const read = (...frames: Parameters<typeof readDaily>[0]) => {
  const answer = readDaily(frames);
  if ('words' in answer) {
    throw new Error(answer.words);
  }
  return answer;
};

test('series become days, holes stay holes, names come from labels or from the legend', () => {
  const { days, byName } = read(
    daily({ feature: 'search' }, [1, null, 3]),
    daily({ feature: 'chat' }, [5], FIRST + DAY_MS)
  );
  expect(days).toEqual([FIRST, FIRST + DAY_MS, FIRST + 2 * DAY_MS]);
  expect([...byName]).toEqual([
    ['search', [1, undefined, 3]],
    ['chat', [undefined, 5, undefined]],
  ]);
});

test.each([
  ['New York', 5],
  ['Kolkata', 18.5],
])('a stamp at midnight in %s means the UTC day it is in', (_, hours) => {
  expect(read(daily({ feature: 'search' }, [1, 2], FIRST + hours * 3_600_000)).days).toEqual([FIRST, FIRST + DAY_MS]);
});

test('one name from two queries adds up; a wide frame has a series for each number', () => {
  const twice = read(daily({ a: 'x' }, [1, 2]), daily({ a: 'x' }, [10, null]));
  expect([...twice.byName.values()]).toEqual([[11, 2]]);
  const [first] = [daily({}, [1])];
  const wide = {
    ...first,
    fields: [...first.fields, { name: 'cost', type: FieldType.number, config: {}, values: [7] }],
  };
  expect(read(wide).byName.get('cost')).toEqual([7]);
});

test('says what is wrong: nothing over time, or more than a value a day', () => {
  const words = (frames: Parameters<typeof readDaily>[0]) => (readDaily(frames) as { words: string }).words;
  expect(words([])).toMatch(/^No days/);
  expect(words([{ length: 1, fields: [{ name: 'n', type: FieldType.number, config: {}, values: [1] }] }])).toMatch(
    /^No days/
  );
  expect(words([daily({ a: 'x'.repeat(1e4) }, [1, 2], FIRST, 3_600_000)])).toMatch(
    /^“x{60}…” has several .* Min step to 1d/
  );
});

test('whatever the names and values, each value stands on its day once', () => {
  const value = fc.oneof(fc.double(), fc.constant(null));
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(value, { minLength: 1, maxLength: 40 }), (name, values) => {
      const answer = readDaily([daily({ feature: name }, values)]);
      const known = values.filter((one) => one !== null && Number.isFinite(one));
      if ('words' in answer) {
        return expect(known).toEqual([]);
      }
      expect([...answer.byName.values()].flat().filter((one) => one !== undefined)).toEqual(known);
    })
  );
});

test('days look like days, an hourly query and a table do not', () => {
  expect(looksDaily([daily({}, [1, 2, 3])], 3)).toBe(true);
  expect(looksDaily([daily({}, [1, 2, 3])], 4)).toBe(false);
  expect(looksDaily([daily({}, [1, 2, 3], FIRST, 3_600_000)], 2)).toBe(false);
  expect(looksDaily(undefined, 1)).toBe(false);
});
