import { type DataSourceSrv, config } from '@grafana/runtime';

const all = () => Object.values(config.datasources);

/** The data sources there are: Prometheus. */
export const dataSourceSrv = {
  getInstanceSettings: (ref?: { uid?: string }) => all().find(({ uid }) => !ref?.uid || uid === ref.uid),
  getList: ({ type }: { type?: string | string[] } = {}) =>
    all().filter((source) => !type || [type].flat().includes(source.type)),
} as unknown as DataSourceSrv;
