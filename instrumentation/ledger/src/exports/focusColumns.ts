import { TOKEN_TYPES, UNSPECIFIED_ENVIRONMENT } from '@ai-finops/instrumentation/contract';
import { usdText } from '../books/usdText.ts';
import { dayText } from '../store/dayText.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { FocusRow } from './focusRow.ts';

export interface FocusColumn {
  readonly id: string;
  /** The value as text; null where there is none. */
  readonly value: (row: FocusRow) => string | null;
}

/** What nobody named, where FOCUS takes no null. */
const named = (value: string) => value || UNSPECIFIED_ENVIRONMENT;
const moment = (day: EventDay) => `${dayText(day)}T00:00:00Z`;
const month = (day: EventDay, offset: number) => {
  const [year = 0, index = 1] = dayText(day).split('-').map(Number);
  return `${new Date(Date.UTC(year, index - 1 + offset, 1)).toISOString().slice(0, 10)}T00:00:00Z`;
};
const constant = (id: string, value: string | null): FocusColumn => ({ id, value: () => value });
const column = (id: string, value: FocusColumn['value']): FocusColumn => ({ id, value });
const cost = (id: string) => column(id, ({ costNanoUsd }) => usdText(costNanoUsd));
const provider = (id: string) => column(id, ({ labels }) => named(labels.provider));
const requests = (id: string) => column(id, (row) => String(row.requests));

/** Each token type as `x_CacheReadTokens`. */
const tokens = TOKEN_TYPES.map((type) => {
  const name = type.replace(/(?:^|_)(\w)/g, (_match, letter: string) => letter.toUpperCase());
  return column(`x_${name}Tokens`, ({ quantities }) => String(quantities.get(type) ?? 0n));
});

/**
 * FOCUS 1.2: all mandatory columns, and those others that say something of an estimate at this grain (a day, labels and
 * tenant): no invoice, no single unit price and no commitment. An estimate is billed, contracted and effective cost in
 * one; list cost is before contracts. Where the cost is unknown it is 0, since FOCUS takes no null, and
 * `x_UnpricedReason` says why.
 */
export const FOCUS_COLUMNS: readonly FocusColumn[] = [
  cost('BilledCost'),
  column('BillingAccountId', ({ labels }) => named(labels.account)),
  constant('BillingAccountName', null),
  constant('BillingCurrency', 'USD'),
  column('BillingPeriodEnd', ({ day }) => month(day, 1)),
  column('BillingPeriodStart', ({ day }) => month(day, 0)),
  constant('ChargeCategory', 'Usage'),
  constant('ChargeClass', null),
  column('ChargeDescription', ({ labels, unpriced }) =>
    [`${named(labels.model)} calls`, labels.service_tier, unpriced && `cost unknown: ${unpriced}`]
      .filter((part) => part !== '')
      .join(', ')
  ),
  constant('ChargeFrequency', 'Usage-Based'),
  column('ChargePeriodEnd', ({ day }) => moment(day + 1)),
  column('ChargePeriodStart', ({ day }) => moment(day)),
  requests('ConsumedQuantity'),
  constant('ConsumedUnit', 'Requests'),
  cost('ContractedCost'),
  cost('EffectiveCost'),
  provider('InvoiceIssuerName'),
  column('ListCost', ({ listNanoUsd }) => usdText(listNanoUsd)),
  constant('PricingCategory', 'Standard'),
  constant('PricingCurrency', 'USD'),
  requests('PricingQuantity'),
  constant('PricingUnit', 'Requests'),
  provider('ProviderName'),
  provider('PublisherName'),
  constant('ServiceCategory', 'AI and Machine Learning'),
  provider('ServiceName'),
  constant('ServiceSubcategory', 'Generative AI'),
  column('SkuId', ({ labels }) => `${named(labels.provider)}/${named(labels.model)}`),
  column('Tags', ({ labels: { feature, team, environment, request_type }, tenant }) =>
    JSON.stringify({ feature, team, environment, request_type, ...(tenant === null ? {} : { tenant }) })
  ),
  column('x_Feature', ({ labels }) => labels.feature),
  column('x_Team', ({ labels }) => labels.team),
  column('x_Tenant', ({ tenant }) => tenant),
  column('x_RequestType', ({ labels }) => labels.request_type),
  column('x_Environment', ({ labels }) => labels.environment),
  column('x_Model', ({ labels }) => named(labels.model)),
  column('x_ServiceTier', ({ labels }) => labels.service_tier || null),
  column('x_UnpricedReason', ({ unpriced }) => unpriced || null),
  ...tokens,
];
