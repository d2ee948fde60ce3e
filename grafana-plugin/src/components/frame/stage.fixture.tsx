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
  /** What of Grafana's own server is asked. */
  grafana: (_method: string, _url: string, _data?: unknown): Observable<unknown> => of({ data: [] }),
  requests: [] as { from: string; to: string; queries: (Query & Record<string, unknown>)[] }[],
  told: [] as string[],
  sources: [] as { uid: string; type: string; name: string; isDefault?: boolean }[],
};

/** As before every test: nothing asked, two data sources, a ledger without answers. */
export function resetStage(reply: (expr: string) => Reply): void {
  stage.reply = reply;
  stage.ledger = () => throwError(() => ({ status: 404 }));
  stage.grafana = () => of({ data: [] });
  stage.requests = [];
  stage.told = [];
  stage.sources = [
    { uid: 'other', type: 'prometheus', name: 'Other' },
    { uid: 'prom', type: 'prometheus', name: 'Prometheus', isDefault: true },
  ];
}

/** A ledger that answers by the last part of its paths, and notes in `told` what was asked of it. */
export function answerLedger(answers: Readonly<Record<string, unknown>>): void {
  stage.ledger = (url) => {
    stage.told.push(url);
    const name = Object.keys(answers).find((known) => new RegExp(`/ledger/${known}(\\?|$)`).test(url));
    return name === undefined ? throwError(() => ({ status: 404 })) : of({ data: answers[name] });
  };
}

/** A Prometheus that knows no more than that yesterday is closed and that production is an environment. */
export function closedBooks(expr: string): Reply {
  if (expr.startsWith('max(last_over_time(genai_daily_close_complete')) {
    return [{ values: [[YESTERDAY, 1]] }];
  }
  return expr.startsWith('group by (environment)')
    ? [{ labels: { environment: 'production' }, values: [[TODAY, 1]] }]
    : [];
}

/** Every expression that was asked. */
export const askedFor = (): string[] => stage.requests.flatMap(({ queries }) => queries).map(({ expr }) => expr);

interface Fetched {
  readonly url: string;
  readonly method?: string;
  readonly data: (typeof stage.requests)[number];
}

const fetch = ({ url, method = 'GET', data }: Fetched): Observable<unknown> => {
  if (/^\/api\/(annotations|prometheus\/)/.test(url)) {
    return stage.grafana(method, url, data);
  }
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
