import { chooseCalibration } from './chooseCalibration.ts';
import { readChoice } from './readChoice.ts';

const known = [{ provider: 'openai', month: '2026-10', ratio: 1.1, earlier: [] }];

test('bills count where they were chosen and there are some', () => {
  expect(chooseCalibration(readChoice('?basis=bill'), known)).toBe(known);
  expect(chooseCalibration(readChoice(''), known)).toBeUndefined();
  expect(chooseCalibration(readChoice('?basis=bill'), [])).toBeUndefined();
});

test.each(['by=tenant', 'then=tenant', 'var-tenant=acme'])('with %s they do as well', (about) => {
  expect(chooseCalibration(readChoice(`?basis=bill&${about}`), known)).toBe(known);
});
