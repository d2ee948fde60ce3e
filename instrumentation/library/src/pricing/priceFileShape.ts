import { COMPONENTS } from '../contract/index.ts';
import type { Shape } from './shape.ts';

const provider: Shape = { kind: 'text', says: "OpenTelemetry's name of the provider (gen_ai.provider.name)" };
const model: Shape = { kind: 'text', says: 'The model as the response or the catalogue names it; all when absent' };
const from: Shape = { kind: 'day', says: 'First UTC day in force' };
const to: Shape = { kind: 'day', says: 'First UTC day no longer in force' };
const tier: Shape = { kind: 'text', says: 'Only calls the provider served with this tier, such as batch' };
const usd: Shape = { kind: 'amount', says: 'USD per million tokens, or per million uses, as text' };
const rates: Shape = { kind: 'map', keys: COMPONENTS, of: usd, says: 'Rates by billing component' };
const factor: Shape = { kind: 'amount', says: 'Factor on the list rate, as text: "0.5" is half price' };
const component: Shape = { kind: 'oneOf', values: COMPONENTS, says: 'A billing component' };

/** All a prices file may say. Every section is optional. */
export const PRICE_FILE: Shape = {
  kind: 'record',
  says: 'Prices over the list: contracts, tiers, names. The first entry that holds wins.',
  required: {},
  optional: {
    contracts: {
      kind: 'list',
      says: 'Terms agreed with a provider',
      of: {
        kind: 'record',
        says: 'A discount on list, rates of your own, or both (a rate wins over a discount)',
        required: { provider, from },
        optional: {
          model,
          to,
          tier,
          components: { kind: 'list', of: component, says: 'What the discount is on; everything when absent' },
          discountPercent: { kind: 'percent', says: 'Percent off the list, as text' },
          ratesPerMillion: rates,
        },
        anyOf: ['discountPercent', 'ratesPerMillion'],
      },
    },
    tiers: {
      kind: 'list',
      says: 'What a service tier costs',
      of: {
        kind: 'record',
        says: 'A factor on the list rates of every token type, factors by component, or rates',
        required: { provider, tier: { kind: 'text', says: 'The tier as the response names it' } },
        optional: {
          model,
          from,
          to,
          multiplier: factor,
          multipliers: { kind: 'map', keys: COMPONENTS, of: factor, says: 'Factors by component' },
          ratesPerMillion: rates,
        },
        anyOf: ['multiplier', 'multipliers', 'ratesPerMillion'],
      },
    },
    aliases: {
      kind: 'list',
      says: 'Names on the wire that stand for a model: Azure deployments, application inference profiles',
      of: {
        kind: 'record',
        says: 'One name',
        required: {
          provider,
          alias: { kind: 'text', says: 'What stands on the wire' },
          model: { kind: 'text', says: 'The model it stands for' },
        },
        optional: {},
      },
    },
    accounts: {
      kind: 'list',
      says: 'Names of accounts',
      of: {
        kind: 'record',
        says: 'One account',
        required: {
          fingerprint: { kind: 'text', says: 'The fingerprint of its key, as the account label shows it' },
          name: { kind: 'text', says: 'What to call it' },
        },
        optional: {},
      },
    },
    selfHosted: {
      kind: 'list',
      says: 'Models you run yourself',
      of: {
        kind: 'record',
        says: 'What a model costs you',
        required: { provider, model: { kind: 'text', says: 'The model' }, ratesPerMillion: rates },
        optional: { from, to },
      },
    },
  },
};
