import type { CauseCode } from '@ai-finops/ledger/analysis';
import type { ProviderBill } from '../../data/reconciliation.ts';
import { cellWords } from './cellWords.ts';

export interface Gap {
  readonly provider: string;
  readonly cause: CauseCode;
  /** Where: the cells, the dearest first. */
  readonly what: string;
  readonly evidence: string;
  readonly action: string;
  readonly needsAction: boolean;
  readonly nanoUsd: bigint;
  /** Of all of it; where its parts have several, whoever answers for the month. null: nobody is named. */
  readonly owner: string | null;
}

const MOST_NAMED = 3;

/**
 * The parts of all differences by provider and cause, the largest first.
 *
 * @param monthOwner who answers for what is nobody's alone
 */
export function gaps(providers: readonly ProviderBill[], monthOwner: string | null): readonly Gap[] {
  const found = new Map<string, { gap: Gap; names: string[] }>();
  for (const { provider, cells, charges } of providers) {
    const parts = [
      ...cells.flatMap((cell) => cell.parts.map((part) => ({ ...part, what: cellWords(cell), owner: cell.owner }))),
      ...charges.map((charge) => ({ ...charge, what: charge.description, owner: monthOwner })),
    ];
    for (const { cause, what, evidence, action, needsAction, nanoUsd, owner } of parts) {
      const key = `${provider}\n${cause}`;
      const known = found.get(key);
      const sum = (known?.gap.nanoUsd ?? 0n) + BigInt(nanoUsd);
      const gap = known?.gap ?? { provider, cause, what, evidence, action, needsAction, nanoUsd: 0n, owner };
      const answers = gap.owner === owner ? owner : monthOwner;
      found.set(key, { gap: { ...gap, nanoUsd: sum, owner: answers }, names: [...(known?.names ?? []), what] });
    }
  }
  const size = ({ nanoUsd }: Gap) => Math.abs(Number(nanoUsd));
  return [...found.values()]
    .map(({ gap, names }) => ({ ...gap, what: someOf([...new Set(names)]) }))
    .sort((a, b) => size(b) - size(a));
}

function someOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join('; ') + (rest > 0 ? ` and ${rest} more` : '');
}
