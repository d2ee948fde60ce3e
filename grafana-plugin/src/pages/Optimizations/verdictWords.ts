import type { Lever, LeverVerdict } from '../../data/lever.ts';

interface Shown {
  readonly symbol: string;
  readonly words: string;
  /** A bar is broken, or money is lost. */
  readonly isBad?: true;
}

const WORDS: Readonly<Record<LeverVerdict, Shown>> = {
  working: { symbol: '●', words: 'working' },
  not_proven: { symbol: '○', words: 'not proven' },
  harmful: { symbol: '✕', words: 'harmful', isBad: true },
  too_early: { symbol: '◔', words: 'too early' },
  not_separable: { symbol: '◌', words: 'not separable' },
  no_data: { symbol: '–', words: 'no data' },
  withdrawn: { symbol: '–', words: 'withdrawn' },
};

/** The verdict in a word or two; a broken bar comes before what it saves. */
export function verdictWords({ state, impact }: Pick<Lever, 'state' | 'impact'>): Shown {
  if (state === 'flip_back') {
    return { symbol: '✕', words: 'flip back', isBad: true };
  }
  const shown = WORDS[impact.state];
  const { moreDays } = impact;
  return impact.state === 'too_early' && moreDays > 0
    ? { ...shown, words: `too early, ${moreDays} more day${moreDays === 1 ? '' : 's'}` }
    : shown;
}
