import { calcPrice } from '@pydantic/genai-prices';
import { catalogueProvider } from './catalogueProvider.ts';
import { catalogueRates } from './catalogueRates.ts';
import type { RateCard } from './rateCard.ts';

/** The pinned list-price catalogue, as rate cards name it. */
export const CATALOGUE = 'genai-prices@0.1.8';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface CatalogueEntry {
  readonly id: string;
  readonly model: string;
  readonly steps: RateCard['steps'];
  /** How long the answer holds at most: a day, or a minute where rates depend on the time of day. */
  readonly validForMs: number;
}

/** List rates of a model at a time, or undefined where the catalogue does not know it. */
export function lookUpCatalogue(provider: string, model: string, atMs: number): CatalogueEntry | undefined {
  const providerId = catalogueProvider(provider);
  try {
    const found = calcPrice({ input_tokens: 0 }, model, { providerId, timestamp: new Date(atMs) });
    if (!found) {
      return undefined;
    }
    const timed = JSON.stringify(found.model.prices).includes('"time_of_date"');
    return {
      id: `${CATALOGUE}/${found.provider.id}/${found.model.id}`,
      model: found.model.id,
      steps: catalogueRates(found.model_price, found.model.id),
      validForMs: timed ? MINUTE_MS : DAY_MS,
    };
  } catch {
    // The catalogue throws on a provider it does not know; for us that is a model without a price.
    return undefined;
  }
}
