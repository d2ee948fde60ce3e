import { selector } from './selector.ts';

test('leaves out what is not asked', () => {
  expect(selector('m', {})).toBe('m');
  expect(selector('m', { a: undefined, b: 'x' })).toBe('m{b="x"}');
});

test('a beginning is taken literally, as a regular expression and as a string', () => {
  expect(selector('m', { a: { startsWith: 'x.(y"\\' } })).toBe('m{a=~"x\\\\.\\\\(y\\"\\\\\\\\.*"}');
});

test('several values are one of these, each literally', () => {
  expect(selector('m', { a: ['x|y', 'z.'] })).toBe('m{a=~"x\\\\|y|z\\\\."}');
  expect(selector('m', { a: ['x|y'], b: [] })).toBe('m{a="x|y"}');
});
