import { config } from '@grafana/runtime';

/** Whether this person may open Explore. */
export const mayExplore = (): boolean => config.bootData.user.permissions?.['datasources:explore'] === true;
