import { driftSentence } from './driftSentence.ts';

test('says how a prompt grew, and that too few days say nothing', () => {
  const grown = Array.from({ length: 20 }, (_, day) => (day < 10 ? 1000 : 1250));
  expect(driftSentence(grown).replaceAll('\u202f', ' ')).toBe(
    'A call sends 1,250 input tokens, 25 % more than in the first week shown (1,000).'
  );
  expect(driftSentence([1000, undefined, 9000])).toContain('too few days');
  expect(driftSentence([undefined])).toBe('No call in these days.');
});
