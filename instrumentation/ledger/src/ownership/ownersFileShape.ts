import type { Shape } from '@ai-finops/instrumentation/pricing';
import { QUOTA_KINDS, QUOTA_PERIODS, QUOTA_SCOPES } from './quota.ts';
import { BILL_THRESHOLDS } from '../analysis/billThresholds.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';

const owner: Shape = { kind: 'text', says: 'The person who answers for it' };
const contact: Shape = { kind: 'text', says: 'Where to reach them: a channel, an address' };
const costCentre: Shape = { kind: 'text', says: 'What finance books it on' };
const team: Shape = { kind: 'text', says: 'The team it belongs to, as calls name it' };
const readFrom = (says: string): Shape => ({
  kind: 'record',
  says,
  required: { promql: { kind: 'text', says: 'PromQL, asked once a day as of the end of the UTC day' } },
  optional: {},
});
const budgetPerMonth: Shape = { kind: 'amount', says: 'USD a calendar month (UTC), as text: "12000"' };
const chosenModel = (says: string): Shape => ({
  kind: 'record',
  says,
  required: {
    provider: { kind: 'text', says: "OpenTelemetry's name of the provider" },
    model: { kind: 'text', says: 'The model as the model label shows it' },
  },
  optional: {},
});

/** All an owners file may say. Every section is optional. */
export const OWNERS_FILE: Shape = {
  kind: 'record',
  says: 'Who answers for AI cost, what it may cost, and when it is too much',
  required: {},
  optional: {
    owner: {
      kind: 'record',
      says: 'Who answers for all of it',
      required: { name: owner },
      optional: { team, contact, costCentre },
    },
    budgetPerMonth,
    features: {
      kind: 'map',
      says: 'Features, as calls name them',
      of: {
        kind: 'record',
        says: 'A feature. Owner, contact and cost centre are those of its team where it has none of its own',
        required: {},
        optional: {
          team: { kind: 'text', says: 'Its team; calls of the feature that name no team are booked on it' },
          owner,
          contact,
          costCentre,
          budgetPerMonth,
          unitOfWork: { kind: 'text', says: 'What it delivers, such as answer or document' },
          qualityBar: { kind: 'amount', says: 'The mean quality score below which it is not good enough, as text' },
          batchTurnaroundHours: {
            kind: 'amount',
            says: 'Hours a batch may take on average, from handing in to done, as text: "24"',
          },
          valuePerUnit: { kind: 'dated', says: 'USD a unit of work is worth to its user, as text; or by day' },
          replacedPerUnit: { kind: 'dated', says: 'USD a unit of work costs without AI, as text; or by day' },
          outcomes: readFrom('Where its units of a day are counted, where services do not record them'),
          value: readFrom('Where what its units of a day were worth is known, USD'),
          activeUsers: readFrom('Where the people are counted who used it in the 30 days before'),
          consumer: { kind: 'flag', says: 'Whether it is a consumer product: an active user may cost less' },
        },
      },
    },
    teams: {
      kind: 'map',
      says: 'Teams, as calls name them',
      of: {
        kind: 'record',
        says: 'A team',
        required: {},
        optional: { owner, contact, costCentre, budgetPerMonth },
      },
    },
    contacts: {
      kind: 'map',
      says: 'How contacts are reached, by contact; an e-mail address or a URL needs no entry',
      of: {
        kind: 'record',
        says: 'Texts may name environment variables: $NAME',
        required: {},
        optional: {
          webhook: { kind: 'text', says: 'URL that gets alerts as JSON by POST' },
          token: { kind: 'text', says: 'Bearer token of the webhook' },
          slack: { kind: 'text', says: 'URL of a Slack incoming webhook' },
          email: { kind: 'text', says: 'E-mail address' },
        },
        anyOf: ['webhook', 'slack', 'email'],
      },
    },
    accounts: {
      kind: 'map',
      says: 'Accounts at providers, as bills and calls name them',
      of: {
        kind: 'record',
        says: 'Who answers for what is billed on it, whatever calls it is used for',
        required: {},
        optional: {
          owner,
          team: { kind: 'text', says: 'Its team, whose owner it has where it has none of its own' },
        },
        anyOf: ['owner', 'team'],
      },
    },
    services: {
      kind: 'map',
      says: 'Services of other instrumentations, by service.name',
      of: { kind: 'text', says: 'The feature its calls are booked on where they name none' },
    },
    tenants: {
      kind: 'map',
      says: 'Tenants, as calls name them',
      of: {
        kind: 'record',
        says: 'A tenant',
        required: {},
        optional: {
          budgetPerMonth,
          revenuePerMonth: { kind: 'dated', says: 'USD they pay a calendar month, as text; or by day' },
          segment: { kind: 'text', says: 'Such as enterprise' },
          plan: { kind: 'text', says: 'What they pay for' },
        },
      },
    },
    revenue: readFrom('Where the USD tenants paid for a day are known: one series a tenant, in the label tenant'),
    models: {
      kind: 'list',
      says: 'What is thought of models',
      of: {
        kind: 'record',
        says: 'A model',
        required: {
          provider: { kind: 'text', says: "OpenTelemetry's name of the provider" },
          model: { kind: 'text', says: 'The model as the model label shows it' },
        },
        optional: {
          tier: { kind: 'oneOf', values: ['top', 'middle', 'small'], says: 'How dear it is among its kind' },
          approved: { kind: 'flag', says: 'Whether it may be used' },
          retires: { kind: 'day', says: 'The UTC day it is switched off' },
          replacement: { kind: 'text', says: "What takes its place: another model of the provider's" },
        },
      },
    },
    requestTypes: {
      kind: 'map',
      says: 'Kinds of request, as calls name them: which models they are meant for',
      of: {
        kind: 'record',
        says: 'A request type',
        required: {},
        optional: {
          default: chosenModel('The model it usually goes to'),
          fallback: chosenModel('The model it goes to when the default fails; it has to be approved'),
          eval: {
            kind: 'text',
            says: 'The evaluator whose scores have to be there before a model takes over',
          },
        },
        anyOf: ['default', 'fallback', 'eval'],
      },
    },
    quotas: {
      kind: 'list',
      says: 'What may be spent in a day or month, and what happens then. Once for each scope, name, period and kind',
      of: {
        kind: 'record',
        says: 'A quota',
        required: {
          scope: { kind: 'oneOf', values: QUOTA_SCOPES, says: 'Whose it is' },
          name: { kind: 'text', says: 'Of the feature or tenant, as calls name it' },
          period: { kind: 'oneOf', values: QUOTA_PERIODS, says: 'A UTC day or calendar month (UTC)' },
          usd: { kind: 'amount', says: 'USD a period, as text' },
          kind: { kind: 'oneOf', values: QUOTA_KINDS, says: 'soft: told of; hard: obeyed by services that opt in' },
        },
        optional: {},
      },
    },
    commitments: {
      kind: 'list',
      says: 'What is paid to providers whether it is used or not; those of one provider follow one another',
      of: {
        kind: 'record',
        says: 'A commitment: the calls of its days draw on it',
        required: {
          provider: { kind: 'text', says: "OpenTelemetry's name of the provider" },
          usd: { kind: 'amount', says: 'USD from its first day to its last, as text' },
          from: { kind: 'day', says: 'First UTC day' },
          to: { kind: 'day', says: 'First UTC day no longer in force' },
        },
        optional: {
          usedBefore: { kind: 'amount', says: 'USD of it that were used before the books begin, as text' },
        },
      },
    },
    thresholds: {
      kind: 'map',
      keys: Object.keys(THRESHOLDS),
      says: 'When it is too much; docs/finops.md has the defaults',
      of: { kind: 'amount', says: 'A share (0 to 1), a growth, or USD, as text' },
    },
    billThresholds: {
      kind: 'map',
      says: 'Thresholds of the bills of one provider, in place of those of all, by OpenTelemetry’s name of the provider',
      of: {
        kind: 'map',
        keys: BILL_THRESHOLDS,
        says: 'When it is too much at this provider',
        of: { kind: 'amount', says: 'A share (0 to 1), as text' },
      },
    },
    monthlyCosts: {
      kind: 'list',
      says: 'What AI costs beyond inference. A new amount is a new entry with from, so that closed months stay',
      of: {
        kind: 'record',
        says: 'One line',
        required: {
          line: { kind: 'text', says: 'Such as vector storage, evaluation and observability, human review' },
          usd: { kind: 'amount', says: 'USD a calendar month, as text' },
        },
        optional: {
          from: { kind: 'month', says: 'First month' },
          to: { kind: 'month', says: 'First month no more' },
          features: {
            kind: 'map',
            says: 'Percent by feature; the rest is unallocated',
            of: { kind: 'percent', says: 'Percent, as text' },
          },
        },
      },
    },
  },
};
