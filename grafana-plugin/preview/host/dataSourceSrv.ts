import type { DataQuery, DataSourceInstanceSettings, DataSourceRef, ScopedVars } from '@grafana/data';
import { type DataSourceSrv, DataSourceWithBackend, config } from '@grafana/runtime';
import { templateSrv } from './templateSrv.ts';

type PromQuery = DataQuery & { expr?: string };

class PreviewDataSource extends DataSourceWithBackend<PromQuery> {
  override applyTemplateVariables(query: PromQuery, scopedVars: ScopedVars): PromQuery {
    return { ...query, expr: templateSrv.replace(query.expr, scopedVars) };
  }
}

const all = () => Object.values(config.datasources);
const find = (ref?: DataSourceRef | string | null): DataSourceInstanceSettings | undefined => {
  const key = typeof ref === 'string' ? ref : (ref?.uid ?? ref?.type);
  return key ? all().find(({ uid, name, type }) => [uid, name, type].includes(key)) : all()[0];
};
const instances = new Map<string, PreviewDataSource>();

/** The data sources there are: Prometheus. */
export const dataSourceSrv = {
  getInstanceSettings: find,
  getList: ({ type }: { type?: string | string[] } = {}) =>
    all().filter((source) => type === undefined || [type].flat().includes(source.type)),
  get(ref?: DataSourceRef | string | null) {
    const settings = find(ref);
    if (!settings) {
      return Promise.reject(new Error(`Data source not found: ${JSON.stringify(ref)}`));
    }
    const instance = instances.get(settings.uid) ?? new PreviewDataSource(settings);
    instances.set(settings.uid, instance);
    return Promise.resolve(instance);
  },
} as unknown as DataSourceSrv;
