/** The address in Explore that asks Tempo: a trace id shows the trace, TraceQL lists the spans. Times in ms. */
export function traceLink(uid: string, query: string, fromMs: number, toMs: number): string {
  const pane = {
    datasource: uid,
    queries: [{ refId: 'A', datasource: { type: 'tempo', uid }, queryType: 'traceql', query }],
    range: { from: String(fromMs), to: String(toMs) },
  };
  return `/explore?schemaVersion=1&orgId=1&panes=${encodeURIComponent(JSON.stringify({ a: pane }))}`;
}
