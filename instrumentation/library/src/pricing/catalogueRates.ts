import type { Component } from '../contract/index.ts';
import { attoUsd } from './attoUsd.ts';
import type { Rates } from './rateCard.ts';

/** A catalogue rate: one price, or a base price with steps at `start` tokens of input. */
type CataloguePrice = number | { readonly base: number; readonly tiers: readonly { start: number; price: number }[] };
type Source = readonly [component: Component, key: string, per: bigint];

const MILLION = 1_000_000n;
const SOURCES: readonly Source[] = [
  ['input', 'input_mtok', MILLION],
  ['cache_read', 'cache_read_mtok', MILLION],
  ['cache_write', 'cache_write_mtok', MILLION],
  ['cache_write_1h', 'cache_write_1h_mtok', MILLION],
  ['output', 'output_mtok', MILLION],
  ['reasoning', 'output_reasoning_mtok', MILLION],
  ['input_audio', 'input_audio_mtok', MILLION],
  ['cache_read_audio', 'cache_audio_read_mtok', MILLION],
  ['output_audio', 'output_audio_mtok', MILLION],
  ['input_image', 'input_image_mtok', MILLION],
  ['cache_read_image', 'cache_image_read_mtok', MILLION],
  ['output_image', 'output_image_mtok', MILLION],
  ['web_search', 'web_searches_kcount', 1_000n],
  ['file_search', 'storage_searches_kcount', 1_000n],
  ['request', 'requests_kcount', 1_000n],
];

/**
 * The only components that may take the rate of another where they have none of their own, each because the provider
 * bills so. Everything else without a rate stays without one: the call is then unpriced, not priced as something else.
 */
const EXCEPTIONS: readonly { readonly source: Source; readonly holds: (model: string) => boolean }[] = [
  // Reasoning is billed as the output it is part of.
  { source: ['reasoning', 'output_mtok', MILLION], holds: () => true },
  // The catalogue's write rate is the one of the five-minute cache.
  { source: ['cache_write_5m', 'cache_write_mtok', MILLION], holds: () => true },
  // Models that look at images bill them as text; those that bill images apart are sold as such.
  { source: ['input_image', 'input_mtok', MILLION], holds: (model) => !BILLS_IMAGES_APART.test(model) },
  { source: ['cache_read_image', 'cache_read_mtok', MILLION], holds: (model) => !BILLS_IMAGES_APART.test(model) },
  // An image model whose one output rate is that of its images.
  { source: ['output_image', 'output_mtok', MILLION], holds: (model) => model.startsWith('gpt-image-') },
];
const BILLS_IMAGES_APART = /^gpt-.*(image|realtime)|-live-|embedding/;

/** Turns a catalogue model's prices into list rates by input step; components it has no rate for stay absent. */
export function catalogueRates(prices: object, model: string): readonly { above: number; list: Rates }[] {
  const entries = new Map<string, CataloguePrice>(Object.entries(prices));
  const starts = new Set([-1]);
  for (const price of entries.values()) {
    if (typeof price === 'object') {
      price.tiers.forEach((tier) => starts.add(tier.start));
    }
  }
  const allowed = EXCEPTIONS.filter(({ holds }) => holds(model)).map(({ source }) => source);
  return [...starts]
    .sort((a, b) => a - b)
    .map((above) => {
      const list: Partial<Record<Component, bigint>> = {};
      for (const [component, key, per] of [...SOURCES, ...allowed]) {
        const price = entries.get(key);
        if (price !== undefined) {
          list[component] ??= attoUsd(priceAbove(price, above), per);
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
