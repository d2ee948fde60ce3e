import type { PriceOverlay } from './priceOverlay.ts';

/** List prices and nothing else. */
export const NO_OVERLAY: PriceOverlay = { contracts: [], tiers: [], aliases: [], accounts: new Map() };
