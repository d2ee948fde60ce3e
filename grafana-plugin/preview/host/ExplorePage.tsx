import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { backendSrv } from './backendSrv.ts';

interface Pane {
  queries: { expr: string }[];
  range: { from: string; to: string };
}

/** There is no Explore here: shows the query and what it answers. */
export function ExplorePage() {
  const panes = new URLSearchParams(useLocation().search).get('panes') ?? '{}';
  const pane = (JSON.parse(panes) as { a?: Pane }).a;
  const [answer, setAnswer] = useState('…');
  useEffect(() => {
    const { queries, range } = (JSON.parse(panes) as { a: Pane }).a;
    const show = ({ results }: { results: unknown }) => setAnswer(JSON.stringify(results, null, 1));
    backendSrv.post('/api/ds/query', { queries, ...range }).then(show, ({ data }) => show(data));
  }, [panes]);
  return (
    <div>
      <h1>Explore is not part of this preview. The query it would open, and the answer:</h1>
      <pre>{pane?.queries.map(({ expr }) => expr).join('\n')}</pre>
      <pre>{answer}</pre>
    </div>
  );
}
