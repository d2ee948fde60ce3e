import { config } from '@grafana/runtime';

/** Whether this person may add records: the app's routes ask for an Editor. */
export const mayEdit = (): boolean => ['Editor', 'Admin'].includes(config.bootData.user.orgRole);
