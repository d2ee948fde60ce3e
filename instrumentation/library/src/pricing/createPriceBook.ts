import { lookUpCatalogue } from './catalogue.ts';
import type { Contract, PriceOverlay } from './priceOverlay.ts';
import type { RateCard, Rates } from './rateCard.ts';
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
}

/** Model names come from the wire: a hostile caller must not grow the cache without end. */
const MAX_CACHED = 20_000;

/**
 * A price book over the pinned list catalogue and the contracts of an overlay. Resolving costs about 0.1 ms once per
 * provider, model and day (minute, where rates depend on the time of day), then a map look-up.
 */
export function createPriceBook(overlay: PriceOverlay = { contracts: [] }): PriceBook {
  const validity = new Map<string, number>();
  const cards = new Map<string, RateCard | Unpriced>();

  return {
    resolve({ provider, model, atMs }) {
      const name = `${provider}\n${model}`;
      const known = validity.get(name);
      if (known !== undefined) {
        const cached = cards.get(`${name}\n${Math.floor(atMs / known)}`);
        if (cached) {
          return cached;
        }
      }
      const entry = lookUpCatalogue(provider, model, atMs);
      const validForMs = entry?.validForMs ?? 86_400_000;
      const inForce = overlay.contracts.filter((contract) => applies(contract, provider, model, entry?.model, atMs));
      const contractRates: Rates = Object.assign({}, ...inForce.map((contract) => contract.rates).reverse());
      const isPriced = entry !== undefined || Object.keys(contractRates).length > 0;
      const card: RateCard | Unpriced = isPriced
        ? {
            kind: 'card',
            id: [entry?.id ?? `${provider}/${model}`, ...inForce.map((contract) => contract.id)].join('+'),
            provider,
            model: entry?.model ?? model,
            // A model only the contract knows (self-hosted) has no other list price than the agreed one.
            steps: entry?.steps ?? [{ above: -1, list: contractRates }],
            contractRates,
            discountPpm: inForce.find((contract) => contract.discountPpm !== undefined)?.discountPpm ?? 0n,
          }
        : unpriced(model === '' ? 'no_model' : 'unknown_model');
      if (cards.size >= MAX_CACHED) {
        cards.clear();
        validity.clear();
      }
      validity.set(name, validForMs);
      cards.set(`${name}\n${Math.floor(atMs / validForMs)}`, card);
      return card;
    },
  };
}

function applies(contract: Contract, provider: string, model: string, listed: string | undefined, atMs: number) {
  return (
    contract.provider === provider &&
    (contract.model === undefined || contract.model === model || contract.model === listed) &&
    contract.fromMs <= atMs &&
    atMs < contract.toMs
  );
}
