import { seededRandom } from '../seededRandom.ts';
import type { Charge } from './charge.ts';
import { daysBetween } from './daysBetween.ts';

const DAY_MS = 86_400_000;
/** How long after a day has ended its charges are told of. */
const LAG_MS = 5 * 3_600_000;
const MODELS = { openai: ['gpt-5-mini', 'gpt-4o-2024-08-06'], anthropic: ['claude-sonnet-4-5', 'claude-haiku-4-5'] };
const COMPONENTS = {
  openai: ['input', 'cache_read', 'output'],
  anthropic: ['input', 'cache_read', 'cache_write_5m', 'cache_write_1h', 'output', 'web_search'],
} as const;
const TIERS = { openai: ['default', 'batch'], anthropic: ['default', 'batch', 'priority'] } as const;

/** Charges of a time in two accounts, one of which is the default one; now and then a day has none. */
export function simulatedCharges(provider: Charge['provider'], fromMs: number, toMs: number, seed: string): Charge[] {
  const random = seededRandom(`${provider} ${seed}`);
  const charges: Charge[] = [];
  for (const startMs of daysBetween(fromMs, toMs)) {
    if (random() < 0.1) {
      continue;
    }
    const day = new Date(startMs).toISOString().slice(0, 10);
    const knownMs = startMs + DAY_MS + LAG_MS;
    for (const account of ['acct_web', null]) {
      for (const model of MODELS[provider]) {
        for (const tier of TIERS[provider]) {
          for (const component of COMPONENTS[provider]) {
            const quantity = Math.floor(1 + random() * 5_000_000);
            const listNanoUsd = BigInt(quantity) * BigInt(1 + Math.floor(random() * 12_000));
            const id = [provider, day, account, model, tier, component].join(' ');
            const of = {
              id,
              provider,
              day,
              account,
              apiKey: account && `key_${account}`,
              model,
              tier,
              component,
              quantity,
            };
            charges.push({ ...of, nanoUsd: (listNanoUsd * 9n) / 10n, listNanoUsd, knownMs });
          }
        }
      }
    }
  }
  return charges;
}
