import { render, screen } from '@testing-library/react';
import React from 'react';
import type { Retirement } from '../../data/policy.ts';
import { Retirements } from './Retirements.tsx';
import { retirementWords } from './retirementWords.ts';

const source = 'https://developers.openai.com/api/docs/deprecations';
const announced = { retires: '2026-12-11', read: '2026-11-28', source };
const one = (rest: Partial<Retirement>): Retirement => ({
  ...{ provider: 'openai', model: 'gpt-5-mini', retires: '2026-12-11', isPast: false, announced, isDeprecated: false },
  ...rest,
});

test.each<[Partial<Retirement>, string]>([
  [{}, '2026-12-11, announced (read 2026-11-28); prices@1 does not call it deprecated.'],
  [
    { retires: '2027-06-30', isDeprecated: true },
    '2027-06-30 by the owners file, announced for 2026-12-11 (read 2026-11-28); prices@1 calls it deprecated.',
  ],
  [
    { announced: null, isDeprecated: null },
    '2026-12-11 by the owners file, nothing announced was read; prices@1 does not know it.',
  ],
  [{ retires: null, announced: null, isDeprecated: true }, 'no day known; prices@1 calls it deprecated.'],
])('says whose word a day is, and what the prices say: %j', (rest, words) => {
  expect(retirementWords(one(rest), 'prices@1')).toBe(words);
});

test('a model whose day is past and that is still used stands out; a source that is no page is no link', () => {
  const past = one({ model: 'gpt-4', retires: '2026-10-23', isPast: true });
  const odd = one({ model: 'odd', announced: { ...announced, source: 'javascript:alert(1)' } });
  const { rerender } = render(<Retirements retirements={[past, odd]} catalogue="prices@1" />);
  const part = screen.getByTestId('retirements');
  expect(part).toHaveAttribute('open');
  expect(part).toHaveTextContent('Where retirement days are from (2, 1 past)');
  expect(part.querySelector('[data-model="gpt-4"]')).toHaveTextContent('past, and still in use');
  expect(part.querySelector('[data-model=odd]')).not.toHaveTextContent('past, and still in use');
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([source]);
  rerender(<Retirements retirements={[odd]} catalogue="prices@1" />);
  expect(screen.getByTestId('retirements')).not.toHaveAttribute('open');
  rerender(<Retirements retirements={[]} catalogue="prices@1" />);
  expect(screen.queryByTestId('retirements')).toBeNull();
});
