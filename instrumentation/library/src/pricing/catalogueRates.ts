import type { Component } from '../contract/index.ts';
import { attoUsd } from './attoUsd.ts';
import type { Rates } from './rateCard.ts';

/** A catalogue rate: one price, or a base price with steps at `start` tokens of input. */
type CataloguePrice = number | { readonly base: number; readonly tiers: readonly { start: number; price: number }[] };

const SOURCES: readonly (readonly [Component, key: string, per: bigint])[] = [
  ['input', 'input_mtok', 1_000_000n],
  ['cache_read', 'cache_read_mtok', 1_000_000n],
  ['cache_write', 'cache_write_mtok', 1_000_000n],
  ['cache_write_5m', 'cache_write_mtok', 1_000_000n],
  ['cache_write_1h', 'cache_write_1h_mtok', 1_000_000n],
  ['output', 'output_mtok', 1_000_000n],
  // No rate of its own means that reasoning is billed as the output it is part of.
  ['reasoning', 'output_mtok', 1_000_000n],
  ['reasoning', 'output_reasoning_mtok', 1_000_000n],
  ['web_search', 'web_searches_kcount', 1_000n],
];

/** Turns a catalogue model's prices into list rates by input step; components it has no rate for stay absent. */
export function catalogueRates(prices: object): readonly { above: number; list: Rates }[] {
  const entries = new Map<string, CataloguePrice>(Object.entries(prices));
  const starts = new Set([-1]);
  for (const price of entries.values()) {
    if (typeof price === 'object') {
      price.tiers.forEach((tier) => starts.add(tier.start));
    }
  }
  return [...starts]
    .sort((a, b) => a - b)
    .map((above) => {
      const list: Partial<Record<Component, bigint>> = {};
      for (const [component, key, per] of SOURCES) {
        const price = entries.get(key);
        if (price !== undefined) {
          list[component] = attoUsd(priceAbove(price, above), per);
        }
      }
      return { above, list };
    });
}

function priceAbove(price: CataloguePrice, above: number): number {
  if (typeof price === 'number') {
    return price;
  }
  const reached = price.tiers.filter((tier) => tier.start <= above).sort((a, b) => a.start - b.start);
  return reached.at(-1)?.price ?? price.base;
}
