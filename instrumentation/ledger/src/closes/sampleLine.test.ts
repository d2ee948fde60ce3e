import type { CloseFamily } from './closeFamily.ts';
import { sampleLine } from './sampleLine.ts';

const family: CloseFamily = { name: 'x_usd', help: '', unit: 'usd', labels: ['a', 'b'], collect: () => undefined };

test('writes exact money and escaped labels', () => {
  expect(sampleLine(family, ['say "hi"\\', 'two\nlines'], 1_500_000_001n, 7)).toBe(
    'x_usd{a="say \\"hi\\"\\\\",b="two\\nlines"} 1.500000001 7\n'
  );
});

test('a metric without labels has no braces', () => {
  expect(sampleLine({ ...family, unit: 'count', labels: [] }, [], 1n, 7)).toBe('x_usd 1 7\n');
});
