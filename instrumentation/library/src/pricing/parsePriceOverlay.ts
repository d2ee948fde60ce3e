import { COMPONENTS, type Component } from '../contract/index.ts';
import { attoUsd } from './attoUsd.ts';
import type { Contract, PriceOverlay } from './priceOverlay.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const KEYS = ['provider', 'model', 'from', 'to', 'discountPercent', 'ratesPerMillion'];

/**
 * Reads a price overlay: `{"contracts": [{"provider", "model"?, "from", "to"?, "discountPercent"?, "ratesPerMillion"?}]}`.
 * Days are UTC, `to` is the first day no longer in force. Amounts are decimal strings: USD per million tokens, or per
 * million uses; numbers are refused where they could have lost digits.
 *
 * @throws Error naming the place and what it should hold; nothing of a faulty overlay is used
 */
export function parsePriceOverlay(json: unknown): PriceOverlay {
  const { contracts } = record(json, 'price overlay');
  if (!Array.isArray(contracts)) {
    throw new Error('price overlay: "contracts" must be an array');
  }
  return { contracts: contracts.map((item: unknown, index) => contract(item, index)) };
}

function contract(json: unknown, index: number): Contract {
  const at = `contracts[${index}]`;
  const item = record(json, at);
  const unknown = Object.keys(item).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    throw new Error(`${at}: unknown key ${JSON.stringify(unknown)}; known are ${KEYS.join(', ')}`);
  }
  const fromMs = day(item['from'], `${at}.from`);
  const toMs = item['to'] === undefined ? Infinity : day(item['to'], `${at}.to`);
  if (toMs <= fromMs) {
    throw new Error(`${at}: "to" must be a later day than "from"`);
  }
  if (item['discountPercent'] === undefined && item['ratesPerMillion'] === undefined) {
    throw new Error(`${at}: give "discountPercent", "ratesPerMillion" or both`);
  }
  return {
    id: `contract-${index + 1}`,
    provider: text(item['provider'], `${at}.provider`),
    model: item['model'] === undefined ? undefined : text(item['model'], `${at}.model`),
    fromMs,
    toMs,
    discountPpm: discount(item['discountPercent'], `${at}.discountPercent`),
    rates: rates(item['ratesPerMillion'], `${at}.ratesPerMillion`),
  };
}

function discount(value: unknown, at: string): bigint | undefined {
  if (value === undefined) {
    return undefined;
  }
  // 18 − 6 digits fewer than an amount, two more because a percent is a hundredth.
  const ppm = amount(value, at, 100n * 10n ** 12n);
  if (ppm > 1_000_000n) {
    throw new Error(`${at}: a discount is at most "100" percent`);
  }
  return ppm;
}

function rates(value: unknown, at: string): Contract['rates'] {
  const parsed: Partial<Record<Component, bigint>> = {};
  for (const [key, rate] of Object.entries(value === undefined ? {} : record(value, at))) {
    const component = COMPONENTS.find((known) => known === key);
    if (!component) {
      throw new Error(`${at}: unknown component ${JSON.stringify(key)}; known are ${COMPONENTS.join(', ')}`);
    }
    parsed[component] = amount(rate, `${at}.${key}`, 1_000_000n);
  }
  return parsed;
}

function amount(value: unknown, at: string, per: bigint): bigint {
  if (typeof value !== 'string') {
    throw new Error(`${at}: write the amount as a decimal string, such as "0.25"`);
  }
  try {
    return attoUsd(value, per);
  } catch {
    throw new Error(`${at}: ${JSON.stringify(value)} is not a non-negative decimal amount such as "0.25"`);
  }
}

function day(value: unknown, at: string): number {
  const ms = typeof value === 'string' && DAY.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== value) {
    throw new Error(`${at}: give a UTC day such as "2026-10-05"`);
  }
  return ms;
}

function text(value: unknown, at: string): string {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new Error(`${at}: give a name`);
  }
  return value;
}

function record(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${at}: must be an object`);
  }
  return value as Record<string, unknown>;
}
