import type { Losing } from '../../data/economics.ts';

/** What rows are worth together, nano-USD: of those whose worth is known. */
export interface Worth {
  readonly value: bigint;
  readonly spend: bigint;
  readonly known: number;
  readonly losing: number;
  readonly lostPerMonth: bigint;
}

interface Row {
  readonly valueNanoUsd: string | null;
  readonly marginNanoUsd: string | null;
  readonly losing: Losing | null;
}

/** Value less spend of all rows is the sum of their margins. */
export function worthOf(rows: readonly Row[]): Worth {
  let [value, spend, lostPerMonth] = [0n, 0n, 0n];
  let [known, losing] = [0, 0];
  for (const row of rows) {
    if (row.valueNanoUsd !== null && row.marginNanoUsd !== null) {
      known += 1;
      value += BigInt(row.valueNanoUsd);
      spend += BigInt(row.valueNanoUsd) - BigInt(row.marginNanoUsd);
    }
    if (row.losing) {
      losing += 1;
      lostPerMonth += BigInt(row.losing.nanoUsdPerMonth);
    }
  }
  return { value, spend, known, losing, lostPerMonth };
}
