import { exhaustionWords } from './exhaustionWords.ts';

// 20,779 is Sun 22 Nov 2026.
test.each([
  [{ state: 'exhausted' }, 'the budget is used up'],
  [{ state: 'lasts' }, 'within budget'],
  [{ state: 'may_run_out', earliest: 20_779 }, 'likely within budget, over at the earliest on Sun 22 Nov'],
  [
    { state: 'runs_out', day: 20_780, earliest: 20_779, latest: 20_782 },
    'over on Mon 23 Nov (Sun 22 Nov – Wed 25 Nov)',
  ],
  [
    { state: 'runs_out', day: 20_780, earliest: 20_779, latest: null },
    'over on Mon 23 Nov (Sun 22 Nov – not this month)',
  ],
] as const)('%o in words', (end, words) => expect(exhaustionWords(end)).toBe(words));
