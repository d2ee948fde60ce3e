import fc from 'fast-check';
import { changeWords } from './changeWords.ts';
import { moneyWords } from './moneyWords.ts';

test('money is said as one would', () => {
  const said = [29_400_000_000, -1_234_567_000_000, 4_100_000_000, 123_000_000, -1_230_000, 12_000, 999_000_000, 0];
  expect(said.map(moneyWords)).toEqual([
    '+$29',
    '−$1,235',
    '+$4.10',
    '+$0.12',
    '−$0.0012',
    '+$0.000012',
    '+$1.00',
    '$0',
  ]);
  fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 15 }), (nano) => expect(moneyWords(nano)).toMatch(/[1-9]/)));
});

test('changes have verbs', () => {
  const said: [number, number][] = [
    [1, 2.05],
    [2, 6.1],
    [1, 4],
    [10, 5],
    [1, 1.38],
    [1, 0.88],
    [1, 9],
    [1, 1.001],
    [0, 5],
    [5, 0],
  ];
  expect(said.map(([before, after]) => changeWords(before, after))).toEqual([
    'doubled',
    'tripled',
    'quadrupled',
    'halved',
    'rose 38 %',
    'fell 12 %',
    'rose 9-fold',
    '',
    '',
    '',
  ]);
});
