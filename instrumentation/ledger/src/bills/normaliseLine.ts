import type { BillLine } from '../analysis/reconciliation/billLine.ts';
import { BillError } from './billError.ts';
import type { ParsedLine } from './parsedLine.ts';

/** How names and money of bills become those of the books. */
export interface BillNames {
  /** The books' account by the bill's account, project, workspace or key. */
  readonly accounts: ReadonlyMap<string, string>;
  /** The books' spelling of a model. */
  readonly model: (provider: string, model: string, day: string) => string;
  /** Nano-USD of one unit of a currency on a day; undefined: nobody said. */
  readonly rate: (currency: string, day: string) => bigint | undefined;
}

const UNIT = 1_000_000_000n;

/**
 * A line in the words and the money of the books.
 *
 * @throws BillError where a currency has no rate
 */
export function normaliseLine(line: ParsedLine, { accounts, model, rate }: BillNames): BillLine {
  const {
    billedIn: _billedIn,
    key,
    currency,
    listNano,
    effectiveNano,
    billedNano,
    account,
    model: spelled,
    ...rest
  } = line;
  // A key is finer than its project.
  const named = accounts.get(key ?? '') ?? accounts.get(account ?? '') ?? account;
  const usd = currency === 'USD' ? UNIT : rate(currency, line.day);
  if (usd === undefined) {
    throw new BillError(
      { column: 'currency' },
      `no rate of ${currency} on ${line.day}: give --rates with rows of day,currency,usd, none older than 31 days`
    );
  }
  const convert = (nano: bigint) => (nano * usd + (nano < 0n ? -UNIT : UNIT) / 2n) / UNIT;
  return {
    ...rest,
    ...(named !== undefined && { account: named }),
    ...(spelled !== undefined && { model: model(line.provider, spelled, line.day) }),
    ...(listNano !== undefined && { listNanoUsd: convert(listNano) }),
    effectiveNanoUsd: convert(effectiveNano),
    billedNanoUsd: convert(billedNano),
    ...(currency !== 'USD' && { currency, billedNano }),
  };
}
