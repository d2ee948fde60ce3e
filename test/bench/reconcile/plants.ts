import type { BillLine } from '../../../instrumentation/ledger/src/analysis/reconciliation/billLine.ts';
import type { CauseCode } from '../../../instrumentation/ledger/src/analysis/reconciliation/causeCode.ts';
import type { EstimateCell } from '../../../instrumentation/ledger/src/analysis/reconciliation/estimateCell.ts';
import type { Seeded } from '../forecast/seeded.ts';
import { counted } from './counted.ts';
import { inEuro } from './inEuro.ts';
import { priced } from './priced.ts';
import { scaled } from './scaled.ts';
import { shiftedDays } from './shiftedDays.ts';
import type { Month } from './simulateMonth.ts';

/** A month with a discrepancy of known cause; its size is what bill and books differ by. */
export interface Planted extends Month {
  readonly unknownCalls?: ReadonlyMap<string, number>;
}

export interface Plant {
  readonly what: string;
  readonly cause: CauseCode;
  /** It shows in every cell of the provider, so it has no place beside another one. */
  readonly isEverywhere?: boolean;
  plant(month: Month, random: Seeded): Planted;
}

const CENT = 10_000_000n;
const usd = (random: Seeded, low: number, high: number) => BigInt(Math.round(random.between(low, high) * 1e9));
const charge = (of: Pick<BillLine, 'category' | 'description'>, nanoUsd: bigint): BillLine => ({
  day: '2026-09-01',
  provider: 'simulated',
  ...of,
  effectiveNanoUsd: 0n,
  billedNanoUsd: nanoUsd,
});
const isTokens = ({ component }: { readonly component?: string }) => component !== 'web_search';

/** One model of one account, drawn anew. */
function place(
  { estimates }: Month,
  random: Seeded
): (of: { readonly account?: string; readonly model?: string }) => boolean {
  const accounts = [...new Set(estimates.map(({ account }) => account))];
  const account = accounts[Math.floor(random.between(0, accounts.length))];
  const model = random.between(0, 1) < 0.5 ? 'small' : 'large';
  return (of) => of.account === account && of.model === model;
}

/** The bill counts more of some components of one place than the books. */
const counts =
  (components: readonly string[], low: number, high: number): Plant['plant'] =>
  (month, random) => {
    const isHere = place(month, random);
    const factor = random.between(low, high);
    const isMore = (line: BillLine) => isHere(line) && components.includes(line.component ?? '');
    const lines = month.lines.map((line) => (isMore(line) ? counted(line, scaled(line.quantity ?? 0n, factor)) : line));
    return { ...month, lines };
  };

/** A share of one place's tokens is billed apart, at another price and maybe in another tier. */
const apart =
  (tier: string, num: bigint, den: bigint): Plant['plant'] =>
  (month, random) => {
    const isHere = place(month, random);
    const share = random.between(0.05, 0.9);
    const lines = month.lines.flatMap((line) => {
      if (!isHere(line) || !isTokens(line)) {
        return [line];
      }
      const quantity = scaled(line.quantity ?? 0n, share);
      const other = counted({ ...line, tier }, quantity);
      return [counted(line, (line.quantity ?? 0n) - quantity), priced(other, (other.effectiveNanoUsd * num) / den)];
    });
    return { ...month, lines };
  };

/** One place, or everything, is billed at another price from a day on. */
const atPrice =
  (low: number, high: number, firstDay: number, isAll = false): Plant['plant'] =>
  (month, random) => {
    const isHere = place(month, random);
    const factor = random.between(low, high);
    const day = firstDay === 1 ? 1 : Math.round(random.between(firstDay - 10, firstDay + 10));
    const from = `2026-09-${String(day).padStart(2, '0')}`;
    const isOther = (line: BillLine) => (isAll || isHere(line)) && line.day >= from;
    return {
      ...month,
      lines: month.lines.map((line) => (isOther(line) ? priced(line, scaled(line.effectiveNanoUsd, factor)) : line)),
    };
  };

const adds =
  (add: (month: Month, random: Seeded) => readonly BillLine[]): Plant['plant'] =>
  (month, random) => ({ ...month, lines: [...month.lines, ...add(month, random)] });

const books =
  (
    change: (cell: EstimateCell, factor: number, isHere: boolean) => bigint,
    low: number,
    high: number
  ): Plant['plant'] =>
  (month, random) => {
    const isHere = place(month, random);
    const factor = random.between(low, high);
    const estimates = month.estimates.map((cell) => {
      const quantity = change(cell, factor, isHere(cell));
      return { ...cell, quantity, costNanoUsd: (cell.costNanoUsd / cell.quantity) * quantity };
    });
    return { ...month, estimates: estimates.filter(({ quantity }) => quantity > 0n) };
  };

const rounded = (line: BillLine) => priced(line, ((line.effectiveNanoUsd + CENT / 2n) / CENT) * CENT);
const total = ({ lines }: Month) => lines.reduce((sum, line) => sum + line.billedNanoUsd, 0n);

/** Every cause that a bill can show, each in the shape that bills have it in. */
export const PLANTS: readonly Plant[] = [
  {
    what: 'a key nobody instruments',
    cause: 'UNINSTRUMENTED',
    plant: adds(({ lines }) =>
      lines.filter(({ model }) => model === 'small').map((line) => ({ ...line, account: 'notebooks' }))
    ),
  },
  {
    what: 'a model nobody instruments',
    cause: 'UNINSTRUMENTED',
    plant: adds(({ lines }) =>
      lines.filter(({ model }) => model === 'small').map((line) => ({ ...line, model: 'vision' }))
    ),
  },
  { what: 'a service of a known key left out', cause: 'UNINSTRUMENTED', plant: counts(['input', 'output'], 1.05, 1.4) },
  {
    what: 'storage',
    cause: 'NON_SPAN',
    plant: adds((_, random) =>
      [
        {
          ...charge({ category: 'usage', description: 'storage' }, 0n),
          account: 'main',
          component: 'storage',
          quantity: 30n,
        },
      ].map((line) => priced(line, usd(random, 1, 500)))
    ),
  },
  { what: 'cached reads counted short', cause: 'CACHE_READ', plant: counts(['cache_read'], 1.05, 1.5) },
  { what: 'cache writes counted short', cause: 'CACHE_WRITE', plant: counts(['cache_write'], 1.05, 1.5) },
  { what: 'reasoning counted short', cause: 'REASONING', plant: counts(['reasoning'], 1.05, 1.5) },
  { what: 'audio counted short', cause: 'MODALITY', plant: counts(['input_audio'], 1.05, 1.5) },
  { what: 'web searches counted short', cause: 'SERVER_TOOLS', plant: counts(['web_search'], 1.05, 1.5) },
  {
    what: 'web searches never counted',
    cause: 'SERVER_TOOLS',
    plant: books((cell, _, isHere) => (isHere && !isTokens(cell) ? 0n : cell.quantity), 1, 1),
  },
  { what: 'part of the calls billed as batch', cause: 'SERVICE_TIER', plant: apart('batch', 1n, 2n) },
  { what: 'part of the calls billed as priority', cause: 'SERVICE_TIER', plant: apart('priority', 3n, 2n) },
  { what: 'long prompts at twice the price', cause: 'CONTEXT_TIER', plant: apart('default', 2n, 1n) },
  { what: 'a lower price since some day', cause: 'PRICE_CHANGE', plant: atPrice(0.5, 0.95, 16) },
  { what: 'a higher price since some day', cause: 'PRICE_CHANGE', plant: atPrice(1.05, 1.9, 16) },
  { what: 'a wrong price all month', cause: 'PRICE_CHANGE', plant: atPrice(1.05, 1.9, 1) },
  {
    what: 'a discount that the bill shows',
    cause: 'DISCOUNT',
    plant: (month, random) => {
      const isHere = place(month, random);
      const factor = random.between(0.6, 0.97);
      const off = (line: BillLine) => ({
        ...priced(line, scaled(line.effectiveNanoUsd, factor)),
        listNanoUsd: line.effectiveNanoUsd,
      });
      return { ...month, lines: month.lines.map((line) => (isHere(line) ? off(line) : line)) };
    },
  },
  {
    what: 'a discount on everything, not shown',
    cause: 'DISCOUNT',
    isEverywhere: true,
    plant: atPrice(0.6, 0.97, 1, true),
  },
  {
    what: 'calls told by gateway and application',
    cause: 'DOUBLE_COUNT',
    plant: books((cell, _, isHere) => (isHere ? 2n * cell.quantity : cell.quantity), 1, 1),
  },
  {
    what: 'records behind a sampler',
    cause: 'SAMPLING',
    isEverywhere: true,
    plant: books((cell, factor) => scaled(cell.quantity, factor), 0.1, 0.9),
  },
  {
    what: 'aborted streams without usage',
    cause: 'MISSING_USAGE',
    plant: (month, random) => ({
      ...counts(['output'], 1.02, 1.2)(month, random),
      unknownCalls: new Map([
        ['small', 40],
        ['large', 40],
      ]),
    }),
  },
  {
    what: 'a model not on the bill yet',
    cause: 'NOT_BILLED',
    plant: (month, random) => {
      const isHere = place(month, random);
      return { ...month, lines: month.lines.filter((line) => !isHere(line)) };
    },
  },
  {
    what: 'a commitment that covers a model',
    cause: 'COMMITMENT',
    plant: (month, random) => {
      const isHere = place(month, random);
      const lines = month.lines.map((line) => (isHere(line) ? { ...line, billedNanoUsd: 0n } : line));
      return {
        ...month,
        lines: [...lines, charge({ category: 'purchase', description: 'commitment' }, usd(random, 1_000, 9_000))],
      };
    },
  },
  {
    what: 'credits',
    cause: 'CREDIT',
    plant: adds((_, random) => [charge({ category: 'credit', description: 'credit' }, -usd(random, 1, 900))]),
  },
  {
    what: 'tax',
    cause: 'TAX',
    plant: adds((month) => [charge({ category: 'tax', description: 'VAT' }, scaled(total(month), 0.19))]),
  },
  {
    what: 'a correction of an earlier month',
    cause: 'CORRECTION',
    plant: adds((_, random) => [charge({ category: 'adjustment', description: 'correction' }, usd(random, -200, 200))]),
  },
  {
    what: 'days cut at Pacific midnight',
    cause: 'TIME_CUT',
    isEverywhere: true,
    plant: (month, random) => ({ ...month, lines: shiftedDays(month.lines, random) }),
  },
  {
    what: 'the last hours on the next bill',
    cause: 'TIME_CUT',
    plant: (month, random) => {
      const isHere = place(month, random);
      const left = random.between(0.1, 0.9);
      const isLate = (line: BillLine) => isHere(line) && line.day === '2026-09-30';
      return {
        ...month,
        lines: month.lines.map((line) => (isLate(line) ? counted(line, scaled(line.quantity ?? 0n, left)) : line)),
      };
    },
  },
  {
    what: 'a bill in EUR at one rate for the month',
    cause: 'FX',
    isEverywhere: true,
    plant: (month, random) => inEuro(month, random.between(0.93, 1.07), () => 1),
  },
  {
    what: 'a bill in EUR at other rates each day',
    cause: 'FX',
    isEverywhere: true,
    plant: (month, random) => inEuro(month, random.between(0.96, 1.04), () => random.between(0.99, 1.01)),
  },
  {
    what: 'a model under another name, at another price',
    cause: 'MODEL_ALIAS',
    plant: (month, random) => {
      const isHere = place(month, random);
      const factor = random.between(1.05, 1.9);
      const renamed = (line: BillLine) => ({
        ...priced(line, scaled(line.effectiveNanoUsd, factor)),
        model: `${line.model}-2026-08-01`,
      });
      return { ...month, lines: month.lines.map((line) => (isHere(line) ? renamed(line) : line)) };
    },
  },
  {
    what: 'lines rounded to the cent',
    cause: 'ROUNDING',
    isEverywhere: true,
    plant: (month) => ({ ...month, lines: month.lines.map(rounded) }),
  },
  {
    what: 'a bill without quantities',
    cause: 'NO_QUANTITY',
    isEverywhere: true,
    plant: (month, random) => {
      const other = atPrice(1.02, 1.3, 1)(month, random);
      const lines = other.lines.map((line) => {
        const { quantity: _, ...rest } = line;
        return rest;
      });
      return { ...other, lines };
    },
  },
];
