import type { BillLine } from './billLine.ts';
import type { EstimateCell } from './estimateCell.ts';

/** A model that bill and books call by different names. */
export interface ModelAlias {
  /** Undefined where the bill does not tell accounts apart. */
  readonly account: string | undefined;
  readonly billed: string;
  readonly counted: string;
}

/** So many days of like quantities are no chance. */
const LEAST_DAYS = 5;
/** Most that all days together may differ by, as a share. */
const NEAR = 0.02;

type Days = ReadonlyMap<string, bigint>;

/**
 * Finds names that mean the same: in an account the bill has a model that no call names, the books have one that is not
 * billed, and both have the same quantity day by day. Each name is used once, the nearest pair first.
 *
 * @param calls usage of the bill, with models
 */
export function modelAliases(estimates: readonly EstimateCell[], calls: readonly BillLine[]): readonly ModelAlias[] {
  const isByAccount = calls.every(({ account }) => account !== undefined);
  const accountOf = ({ account }: { readonly account?: string }) => (isByAccount ? account : undefined);
  const aliases: ModelAlias[] = [];
  for (const account of new Set(calls.map(accountOf))) {
    const billed = daysByModel(calls.filter((line) => accountOf(line) === account));
    const counted = daysByModel(estimates.filter((cell) => accountOf(cell) === account));
    const pairs = [...billed].flatMap(([name, days]) =>
      counted.has(name)
        ? []
        : [...counted].flatMap(([other, own]) => {
            const off = billed.has(other) ? undefined : difference(days, own);
            return off === undefined || off > NEAR ? [] : [{ account, billed: name, counted: other, off }];
          })
    );
    for (const { off: _off, ...pair } of pairs.sort((a, b) => a.off - b.off)) {
      const isTaken = aliases.some(
        (one) => one.account === account && (one.billed === pair.billed || one.counted === pair.counted)
      );
      if (!isTaken) {
        aliases.push(pair);
      }
    }
  }
  return aliases;
}

function daysByModel(
  items: readonly { readonly model?: string; readonly day: string; readonly quantity?: bigint }[]
): ReadonlyMap<string, Days> {
  const models = new Map<string, Map<string, bigint>>();
  for (const { model, day, quantity = 0n } of items) {
    if (model !== undefined) {
      const days = models.get(model) ?? new Map<string, bigint>();
      models.set(model, days.set(day, (days.get(day) ?? 0n) + quantity));
    }
  }
  return models;
}

/** What two models' days differ by, as a share of the larger; undefined where they are too few. */
function difference(a: Days, b: Days): number | undefined {
  const days = new Set([...a.keys(), ...b.keys()]);
  let [off, all] = [0, 0];
  for (const day of days) {
    const [one, other] = [Number(a.get(day) ?? 0n), Number(b.get(day) ?? 0n)];
    off += Math.abs(one - other);
    all += Math.max(one, other);
  }
  return days.size < LEAST_DAYS || all === 0 ? undefined : off / all;
}
