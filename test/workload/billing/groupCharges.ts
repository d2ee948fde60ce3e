import type { Charge } from './charge.ts';

/** Charges with the same words. */
export interface ChargeGroup {
  readonly words: Readonly<Record<string, string | null>>;
  readonly charges: readonly Charge[];
}

/** Groups charges by words; words not asked for are null. */
export function groupCharges(
  charges: readonly Charge[],
  asked: readonly string[],
  wordsOf: (charge: Charge) => Readonly<Record<string, string | null>>
): ChargeGroup[] {
  const groups = new Map<string, { words: ChargeGroup['words']; charges: Charge[] }>();
  for (const charge of charges) {
    const words = Object.fromEntries(
      Object.entries(wordsOf(charge)).map(([name, word]) => [name, asked.includes(name) ? word : null])
    );
    const key = JSON.stringify(words);
    const group = groups.get(key) ?? { words, charges: [] };
    group.charges.push(charge);
    groups.set(key, group);
  }
  return [...groups.values()];
}
