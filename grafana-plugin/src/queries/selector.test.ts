import { selector } from './selector.ts';

test('leaves out what is not asked', () => {
  expect(selector('m', {})).toBe('m');
  expect(selector('m', { a: undefined, b: 'x' })).toBe('m{b="x"}');
});

test('a beginning is taken literally, as a regular expression and as a string', () => {
  expect(selector('m', { a: { startsWith: 'x.(y"\\' } })).toBe('m{a=~"x\\\\.\\\\(y\\"\\\\\\\\.*"}');
});
