import type { Label } from '../queries/label.ts';

/** What a label is called on the page. */
export const labelNames: Readonly<Record<Label, string>> = {
  feature: 'Feature',
  team: 'Team',
  tenant: 'Tenant',
  request_type: 'Request type',
  provider: 'Provider',
  model: 'Model',
  environment: 'Environment',
};
