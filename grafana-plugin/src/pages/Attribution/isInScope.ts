import type { PolicyFinding } from '../../data/policy.ts';
import type { Scope } from '../../queries/scope.ts';

type Told = Pick<PolicyFinding, 'provider' | 'model'> & Partial<Pick<PolicyFinding, 'feature' | 'requestType'>>;

/** Whether what is told of a model is about what the page shows. It is of all environments, teams and tenants. */
export function isInScope({ filters = [] }: Scope, { feature, requestType, provider, model }: Told): boolean {
  const labels: Readonly<Record<string, string | undefined>> = { feature, provider, model, request_type: requestType };
  return filters.every(({ label, values }) => {
    const value = labels[label];
    // One that is about every request type is about each of them.
    return value === undefined || values.includes(value) || (label === 'request_type' && value === '');
  });
}
