import { config } from '@grafana/runtime';

/** Recording takes an Editor; the app's routes see to it, this only spares a refusal. */
export function mayEdit(): boolean {
  const { orgRole, isGrafanaAdmin } = config.bootData.user;
  return orgRole === 'Editor' || orgRole === 'Admin' || isGrafanaAdmin;
}
