import type { PolicyFinding } from '../../data/policy.ts';
import type { Scope } from '../../queries/scope.ts';

/** Whether a finding is about what the page shows. Findings are of all environments, teams and tenants. */
export function isInScope({ filters = [] }: Scope, finding: PolicyFinding): boolean {
  const { feature, requestType, provider, model } = finding;
  const labels: Readonly<Record<string, string>> = { feature, provider, model, request_type: requestType };
  return filters.every(({ label, values }) => {
    const value = labels[label];
    // One that is about every request type is about each of them.
    return value === undefined || values.includes(value) || (label === 'request_type' && value === '');
  });
}
