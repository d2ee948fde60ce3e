import React from 'react';
import { type Observable, of, throwError } from 'rxjs';
import { DAY_MS } from '../../queries/dayMs.ts';

interface Query {
  readonly refId: string;
  readonly expr: string;
}
export type Reply =
  { readonly labels?: Record<string, string>; readonly values: readonly [number, number][] }[] | string;

export const TODAY = Date.UTC(2026, 10, 23);
export const YESTERDAY = TODAY - DAY_MS;

/** What stands behind a page in a test: Prometheus by expression, the ledger by address, and what was asked. */
export const stage = {
  reply: (_expr: string): Reply => [],
  ledger: (_url: string, _data?: unknown): Observable<unknown> => throwError(() => ({ status: 404 })),
  requests: [] as { from: string; to: string; queries: (Query & Record<string, unknown>)[] }[],
  sources: [] as { uid: string; type: string; name: string; isDefault?: boolean }[],
};

/** As before every test: nothing asked, two data sources, a ledger without answers. */
export function resetStage(reply: (expr: string) => Reply): void {
  stage.reply = reply;
  stage.ledger = () => throwError(() => ({ status: 404 }));
  stage.requests = [];
  stage.sources = [
    { uid: 'other', type: 'prometheus', name: 'Other' },
    { uid: 'prom', type: 'prometheus', name: 'Prometheus', isDefault: true },
  ];
}

/** Every expression that was asked. */
export const askedFor = (): string[] => stage.requests.flatMap(({ queries }) => queries).map(({ expr }) => expr);

const fetch = ({ url, data }: { url: string; data: (typeof stage.requests)[number] }): Observable<unknown> => {
  if (url.startsWith('/api/plugin-proxy/')) {
    return stage.ledger(url, data);
  }
  stage.requests.push(data);
  const results = Object.fromEntries(
    data.queries.map(({ refId, expr }) => {
      const answer = stage.reply(expr);
      return [refId, typeof answer === 'string' ? { error: answer } : { frames: answer.map(frame) }];
    })
  );
  const failed = Object.values(results).some((result) => 'error' in result);
  return failed ? throwError(() => ({ status: 400, data: { results } })) : of({ data: { results } });
};

const frame = ({ labels = {}, values }: Exclude<Reply, string>[number]) => ({
  schema: {
    fields: [
      { name: 'Time', type: 'time' },
      { name: 'Value', type: 'number', labels },
    ],
  },
  data: { values: [values.map(([at]) => at), values.map(([, value]) => value)] },
});

/** What takes the place of `@grafana/runtime`'s own. */
export const runtimeOnStage = {
  getBackendSrv: () => ({ fetch }),
  getDataSourceSrv: () => ({ getList: () => stage.sources }),
  PluginPage: ({ subTitle, actions, children }: Record<string, React.ReactNode>) => (
    <main>
      <p>{subTitle}</p>
      {actions}
      {children}
    </main>
  ),
  PanelRenderer: () => <div>chart</div>,
};
