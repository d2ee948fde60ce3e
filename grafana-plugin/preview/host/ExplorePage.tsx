import { backendSrv } from './backendSrv.ts';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';

interface Pane {
  datasource: string;
  queries: { refId: string; expr: string; instant?: boolean; range?: boolean; interval?: string }[];
  range: { from: string; to: string };
}
interface Answer {
  results: Record<string, { error?: string; frames?: { schema: { name: string }; data: { values: number[][] } }[] }>;
}

/** There is no Explore here: shows the query and what it answers. */
export function ExplorePage() {
  const pane = (JSON.parse(new URLSearchParams(useLocation().search).get('panes') ?? '{}') as Record<string, Pane>)[
    'a'
  ];
  const [answer, setAnswer] = useState<string>('…');
  const key = JSON.stringify(pane);
  useEffect(() => {
    const { queries = [], range } = (JSON.parse(key ?? '{}') as Partial<Pane>) ?? {};
    backendSrv
      .post('/api/ds/query', { queries, from: range?.from, to: range?.to })
      .then(
        (body) => body as Answer,
        ({ data }: { data: Answer }) => data
      )
      .then(({ results }) =>
        setAnswer(
          JSON.stringify(
            Object.values(results).map(
              ({ error, frames }) => error ?? frames?.map(({ schema, data }) => [schema.name, data.values])
            ),
            null,
            1
          )
        )
      )
      .catch((error: Error) => setAnswer(error.message));
  }, [key]);
  return (
    <div style={{ padding: 24, minWidth: 0 }}>
      <h1>Explore is not part of this preview</h1>
      <p>In Grafana this link opens the query below. Here is what it answers now.</p>
      <pre>{pane?.queries.map(({ expr }) => expr).join('\n')}</pre>
      <pre>{answer}</pre>
    </div>
  );
}
