import { config } from '@grafana/runtime';

/** Whether this person may add records: the app's routes ask for an Editor. This only spares a refusal. */
export function mayEdit(): boolean {
  const { orgRole, isGrafanaAdmin } = config.bootData.user;
  return orgRole === 'Editor' || orgRole === 'Admin' || isGrafanaAdmin;
}
