import { TOKEN_TYPES, type Component } from '../contract/index.ts';
import { attoUsd } from './attoUsd.ts';
import { checkShape } from './checkShape.ts';
import { PRICE_FILE } from './priceFileShape.ts';
import type { PriceOverlay, Terms } from './priceOverlay.ts';
import { ShapeError } from './shapeError.ts';
import type { Rates } from './rateCard.ts';

type Amounts = Readonly<Partial<Record<Component, string>>>;
interface TermsJson {
  readonly provider: string;
  readonly model?: string;
  readonly tier?: string;
  readonly from?: string;
  readonly to?: string;
  readonly ratesPerMillion?: Amounts;
}
/** What PRICE_FILE has checked. */
interface PriceFileJson {
  readonly contracts?: readonly (TermsJson & { discountPercent?: string; components?: readonly Component[] })[];
  readonly tiers?: readonly (TermsJson & { tier: string; multiplier?: string; multipliers?: Amounts })[];
  readonly aliases?: PriceOverlay['aliases'];
  readonly accounts?: readonly { readonly fingerprint: string; readonly name: string }[];
  readonly selfHosted?: readonly TermsJson[];
}

/** Millionths of a factor; of a percent. */
const FACTOR = 10n ** 12n;
const PERCENT = 10n ** 14n;

/**
 * Reads a price overlay from parsed JSON or YAML; PRICE_FILE says what it may hold. Days are UTC, `to` is the first day
 * no longer in force. Amounts are decimal strings: USD per million tokens, or per million uses; numbers are refused
 * where they could have lost digits.
 *
 * @throws ShapeError naming the place and what it should hold; nothing of a faulty overlay is used
 */
export function parsePriceOverlay(json: unknown): PriceOverlay {
  checkShape(json, PRICE_FILE);
  const file = json as PriceFileJson;
  const contracts = (file.contracts ?? []).map((item, index) => ({
    ...terms(item, 'contract', ['contracts', index]),
    tier: item.tier?.toLowerCase(),
    components: item.components,
    discountPpm: item.discountPercent === undefined ? undefined : attoUsd(item.discountPercent, PERCENT),
    rates: scaled(item.ratesPerMillion, 1_000_000n),
  }));
  const selfHosted = (file.selfHosted ?? []).map((item, index) => ({
    ...terms(item, 'self-hosted', ['selfHosted', index]),
    tier: undefined,
    components: undefined,
    discountPpm: undefined,
    rates: scaled(item.ratesPerMillion, 1_000_000n),
    isSelfHosted: true as const,
  }));
  const tiers = (file.tiers ?? []).map((item, index) => ({
    ...terms(item, 'tier', ['tiers', index]),
    tier: item.tier.toLowerCase(),
    multipliers: { ...everyToken(item.multiplier), ...scaled(item.multipliers, FACTOR) },
    rates: scaled(item.ratesPerMillion, 1_000_000n),
  }));
  return {
    contracts: [...contracts, ...selfHosted],
    tiers,
    aliases: file.aliases ?? [],
    accounts: new Map(file.accounts?.map(({ fingerprint, name }) => [fingerprint, name])),
  };
}

function terms(item: TermsJson, what: string, path: readonly [string, number]): Terms {
  const fromMs = item.from === undefined ? -Infinity : Date.parse(item.from);
  const toMs = item.to === undefined ? Infinity : Date.parse(item.to);
  if (toMs <= fromMs) {
    throw new ShapeError([...path, 'to'], '"to" must be a later day than "from"');
  }
  return { id: `${what}-${path[1] + 1}`, provider: item.provider, model: item.model, fromMs, toMs };
}

function everyToken(factor: string | undefined): Rates {
  return factor === undefined ? {} : scaled(Object.fromEntries(TOKEN_TYPES.map((type) => [type, factor])), FACTOR);
}

function scaled(amounts: Amounts | undefined, per: bigint): Rates {
  return Object.fromEntries(
    Object.entries(amounts ?? {}).map(([component, amount]) => [component, attoUsd(amount, per)])
  );
}
