export { createPriceBook, type PriceBook, type PriceQuery } from './createPriceBook.ts';
export { parsePriceOverlay } from './parsePriceOverlay.ts';
export { priceCall, type Priced } from './priceCall.ts';
export type { PriceOverlay } from './priceOverlay.ts';
export type { Quantities } from './quantities.ts';
export type { RateCard } from './rateCard.ts';
export { splitUsage, type ReportedUsage } from './splitUsage.ts';
export { unpriced, type Unpriced } from './unpriced.ts';
