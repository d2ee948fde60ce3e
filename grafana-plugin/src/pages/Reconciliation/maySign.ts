import { config } from '@grafana/runtime';

const PERMISSION = 'aifinops-app.signoffs:write';

/** Whether this person may sign months; the app's route sees to it, this only spares a refusal. */
export function maySign(): boolean {
  const { orgRole, isGrafanaAdmin, permissions } = config.bootData.user;
  return permissions?.[PERMISSION] ?? (orgRole === 'Admin' || isGrafanaAdmin);
}
