import type { ResponseFields } from './responseFields.ts';

/** How much of a USD one of xAI's ticks is: 10⁻¹⁰. */
const TICK_DIGITS = 10;

/** Providers whose responses say what the call was charged, all included, and how it is read, in USD. */
const REPORTED: Readonly<Record<string, (fields: ResponseFields) => string | undefined>> = {
  openrouter: ({ cost }) => cost,
  perplexity: ({ cost }) => cost,
  x_ai: ({ costTicks }) => (costTicks === undefined ? undefined : usdOfTicks(costTicks)),
};

/** What the provider says it charged: decimal text, USD. Of others a field of that name may mean anything. */
export function reportedCost(provider: string, fields: ResponseFields): string | undefined {
  return Object.hasOwn(REPORTED, provider) ? REPORTED[provider]?.(fields) : undefined;
}

function usdOfTicks(ticks: number): string {
  const digits = String(ticks).padStart(TICK_DIGITS + 1, '0');
  return `${digits.slice(0, -TICK_DIGITS)}.${digits.slice(-TICK_DIGITS)}`;
}
