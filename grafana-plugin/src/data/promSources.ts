import { getDataSourceSrv } from '@grafana/runtime';
import type { PromSource } from './promSource.ts';

const PROMETHEUS_TYPES = ['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource'];

/** Every data source that speaks PromQL, the default one first. */
export const promSources = (): PromSource[] =>
  getDataSourceSrv()
    .getList({ type: PROMETHEUS_TYPES })
    .toSorted((a, b) => Number(b.isDefault ?? false) - Number(a.isDefault ?? false))
    .map(({ uid, type, name }) => ({ uid, type, name }));
