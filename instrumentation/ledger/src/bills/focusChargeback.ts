import { UNSPECIFIED_ENVIRONMENT } from '@ai-finops/instrumentation/contract';
import { csvField } from '../exports/csvField.ts';
import type { ChargedShare } from './chargedShares.ts';

type Column = readonly [id: string, value: (share: ChargedShare) => string | null];

const CATEGORIES: Readonly<Record<ChargedShare['category'], string>> = {
  usage: 'Usage',
  purchase: 'Purchase',
  tax: 'Tax',
  credit: 'Credit',
  adjustment: 'Adjustment',
};

/** Whole cents as a decimal. */
function usd(cents: bigint): string {
  const size = cents < 0n ? -cents : cents;
  return `${cents < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

function columns(month: string, by: string): readonly Column[] {
  const [year = 0, index = 1] = month.split('-').map(Number);
  const [start, end] = [0, 1].map((ahead) => new Date(Date.UTC(year, index - 1 + ahead, 1)).toISOString().slice(0, 10));
  const constant = (id: string, value: string | null): Column => [id, () => value];
  const effective = (id: string): Column => [id, ({ effectiveCents }) => usd(effectiveCents)];
  const provider = (id: string): Column => [id, (share) => share.provider];
  return [
    ['BilledCost', ({ billedCents }) => usd(billedCents)],
    constant('BillingAccountId', UNSPECIFIED_ENVIRONMENT),
    constant('BillingAccountName', null),
    constant('BillingCurrency', 'USD'),
    constant('BillingPeriodEnd', `${end}T00:00:00Z`),
    constant('BillingPeriodStart', `${start}T00:00:00Z`),
    ['ChargeCategory', ({ category }) => CATEGORIES[category]],
    constant('ChargeClass', null),
    ['ChargeDescription', (share) => `share of ${by} ${share.name} in the ${share.category} of ${share.provider}`],
    ['ChargeFrequency', ({ category }) => (category === 'usage' ? 'Usage-Based' : 'One-Time')],
    constant('ChargePeriodEnd', `${end}T00:00:00Z`),
    constant('ChargePeriodStart', `${start}T00:00:00Z`),
    effective('ContractedCost'),
    effective('EffectiveCost'),
    provider('InvoiceIssuerName'),
    effective('ListCost'),
    constant('PricingQuantity', null),
    constant('PricingUnit', null),
    provider('ProviderName'),
    provider('PublisherName'),
    constant('ServiceCategory', 'AI and Machine Learning'),
    provider('ServiceName'),
    constant('ServiceSubcategory', 'Generative AI'),
    ['Tags', ({ name }) => JSON.stringify({ [by]: name })],
    [`x_${by.charAt(0).toUpperCase()}${by.slice(1)}`, ({ name }) => name],
  ];
}

/**
 * A month's shares as a FOCUS 1.2 CSV: a row a provider, kind of charge and name. A share has no list price of its own:
 * list and contracted cost are the effective one.
 */
export function focusChargeback(month: string, by: string, shares: readonly ChargedShare[]): string {
  const shown = columns(month, by);
  const rows = shares.map((share) => shown.map(([, value]) => csvField(value(share))).join(','));
  return [shown.map(([id]) => id).join(','), ...rows].map((row) => `${row}\r\n`).join('');
}
