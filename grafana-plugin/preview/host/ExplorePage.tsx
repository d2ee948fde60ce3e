import { type DataFrameJSON, LoadingState, dataFrameFromJSON, makeTimeRange } from '@grafana/data';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { backendSrv } from './backendSrv.ts';
import { HostPanel } from './HostPanel.tsx';

interface Pane {
  queries: { expr: string }[];
  range: { from: string; to: string };
}
type Results = Record<string, { frames?: DataFrameJSON[] }>;

/** There is no Explore here: shows the query and what it answers, in the panel that `panel` names where it does. */
export function ExplorePage() {
  const params = new URLSearchParams(useLocation().search);
  const panes = params.get('panes') ?? '{}';
  const panel = params.get('panel');
  const options = JSON.parse(params.get('options') ?? '{}') as object;
  const pane = (JSON.parse(panes) as { a?: Pane }).a;
  const [results, setResults] = useState<Results>({});
  useEffect(() => {
    const { queries, range } = (JSON.parse(panes) as { a: Pane }).a;
    const show = (answer: { results: Results }) => setResults(answer.results);
    backendSrv.post('/api/ds/query', { queries, ...range }).then(show, ({ data }) => show(data));
  }, [panes]);
  const series = Object.values(results).flatMap(({ frames = [] }) => frames.map((frame) => dataFrameFromJSON(frame)));
  const data = { state: LoadingState.Done, series, timeRange: makeTimeRange('0', '0') };
  return (
    <div>
      <h1>Explore is not part of this preview. The query it would open, and the answer:</h1>
      <pre>{pane?.queries.map(({ expr }) => expr).join('\n')}</pre>
      {panel === null && <pre>{JSON.stringify(results, null, 1)}</pre>}
      <div data-testid="panel">
        {panel !== null && <HostPanel pluginId={panel} title="" {...{ data, options }} width={1150} height={400} />}
      </div>
    </div>
  );
}
