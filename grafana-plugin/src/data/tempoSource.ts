import { getDataSourceSrv } from '@grafana/runtime';

/** Where traces are; undefined where this Grafana has no Tempo, or shows none to this person. */
export function tempoSource(): { readonly uid: string; readonly name: string } | undefined {
  const [first] = getDataSourceSrv().getList({ type: ['tempo'] });
  return first && { uid: first.uid, name: first.name };
}
