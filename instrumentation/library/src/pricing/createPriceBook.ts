import { lookUpCatalogue } from './catalogue.ts';
import { catalogueProvider } from './catalogueProvider.ts';
import { LIST_TIERS } from './listTiers.ts';
import { NO_OVERLAY } from './noOverlay.ts';
import type { PriceOverlay, Terms, TierTerms } from './priceOverlay.ts';
import type { RateCard } from './rateCard.ts';
import { unpriced, type Unpriced } from './unpriced.ts';

export interface PriceQuery {
  /** OpenTelemetry's `gen_ai.provider.name`. */
  readonly provider: string;
  /** The model that answered, else the one asked for. */
  readonly model: string;
  /** When the call started; ms since the epoch. */
  readonly atMs: number;
}

/** Knows the rate card in force for a provider and model at a time. */
export interface PriceBook {
  resolve(query: PriceQuery): RateCard | Unpriced;
  /** The name of an account, where the overlay gives its fingerprint one; else as it came. */
  accountName(account: string): string;
}

/** Model names come from the wire: a hostile caller must not grow the cache without end. */
const MAX_CACHED = 20_000;
const DAY_MS = 86_400_000;

/**
 * A price book over the pinned list catalogue and an overlay of contracts, tiers and names. Resolving costs about 0.1 ms
 * once per provider, model and day (minute, where rates depend on the time of day), then a map look-up.
 */
export function createPriceBook(overlay: PriceOverlay = NO_OVERLAY): PriceBook {
  const known = new Map<string, Map<string, ModelCards>>();
  let cached = 0;

  return {
    resolve(query) {
      const { provider, model, atMs } = query;
      const cards = known.get(provider)?.get(model);
      const inForce = cards?.inForce.get(Math.floor(atMs / cards.validForMs));
      if (inForce !== undefined) {
        return inForce;
      }
      const { card, validForMs } = makeCard(overlay, query);
      if (cached >= MAX_CACHED) {
        known.clear();
        cached = 0;
      }
      cached += 1;
      const models = known.get(provider) ?? new Map<string, ModelCards>();
      known.set(provider, models);
      // From day to day the catalogue may tell the time of day, or no more.
      const kept = cards?.validForMs === validForMs ? cards : { validForMs, inForce: new Map() };
      models.set(model, kept);
      kept.inForce.set(Math.floor(atMs / validForMs), card);
      return card;
    },
    accountName: (account) => overlay.accounts.get(account) ?? account,
  };
}

/** The cards of one model, by the stretch of `validForMs` they hold for. */
interface ModelCards {
  readonly validForMs: number;
  readonly inForce: Map<number, RateCard | Unpriced>;
}

function makeCard(overlay: PriceOverlay, query: PriceQuery) {
  const { provider, atMs } = query;
  const isOf = (terms: { provider: string }) =>
    terms.provider === provider || terms.provider === catalogueProvider(provider);
  const model = overlay.aliases.find((entry) => isOf(entry) && entry.alias === query.model)?.model ?? query.model;
  const entry = lookUpCatalogue(provider, model, atMs);
  const validForMs = entry?.validForMs ?? DAY_MS;
  const applies = (terms: Terms) =>
    isOf(terms) &&
    (terms.model === undefined || [query.model, model, entry?.model].includes(terms.model)) &&
    terms.fromMs <= atMs &&
    atMs < terms.toMs;

  const inForce = overlay.contracts.filter(applies);
  // What is agreed on for one tier is closer to its calls than what is agreed on for all.
  const contracts = [...inForce.filter(({ tier }) => tier !== undefined), ...inForce.filter(({ tier }) => !tier)];
  const agreed = contracts.filter(({ tier }) => tier === undefined).map(({ rates }) => rates);
  const agreedRates = Object.assign({}, ...agreed.reverse());
  if (entry === undefined && Object.keys(agreedRates).length === 0) {
    return { card: unpriced(model === '' ? 'no_model' : 'unknown_model'), validForMs };
  }
  const tiers = new Map<string, TierTerms>();
  for (const terms of [...overlay.tiers, ...LIST_TIERS].filter(applies)) {
    tiers.set(terms.tier, tiers.get(terms.tier) ?? terms);
  }
  const card: RateCard = {
    kind: 'card',
    id: [entry?.id ?? `${provider}/${model}`, ...inForce.map(({ id }) => id)].join('+'),
    provider,
    model: entry?.model ?? model,
    // A model only the contract knows (self-hosted) has no other list price than the agreed one.
    steps: entry?.steps ?? [{ above: -1, list: agreedRates }],
    contracts,
    tiers,
  };
  return { card, validForMs };
}
