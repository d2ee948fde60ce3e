import fc from 'fast-check';
import { labelStep } from './labelStep.ts';

const bars = (count: number) => Array.from({ length: count }, () => '≤ $0.0001');

test.each([
  [1228, 1],
  [812, 2],
  [400, 3],
  [0, 1],
])('at %i px every label or every nth of 16 stands', (width, step) => {
  expect(labelStep(bars(16), width)).toBe(step);
});

test('short labels stay where long ones would not', () => {
  expect(labelStep(['$0', '≤ $1', '≤ $2', '≤ $5'], 160)).toBe(1);
  expect(labelStep(bars(4), 160)).toBe(2);
  expect(labelStep([], 160)).toBe(1);
});

test('labels that stand never meet, and no more are left out than need be', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 100, max: 3000 }), (count, width) => {
      const step = labelStep(bars(count), width);
      const room = (width / count) * step;
      expect(room).toBeGreaterThanOrEqual(71 - 1e-9);
      expect(step === 1 || room - width / count < 71).toBe(true);
    })
  );
});
