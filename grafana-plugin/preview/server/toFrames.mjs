const number = (text) => (Number.isFinite(Number(text)) ? Number(text) : null);
const pairs = (labels) => Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
const legend = (format, { __name__: name = '', ...labels }) =>
  format && format !== '__auto'
    ? format.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, label) => labels[label] ?? '')
    : `${name}{${pairs(labels).join(', ')}}`;

/** Prometheus' result as data frames: a frame for each series, or one table of an instant query. */
export function toFrames({ refId, format, range, legendFormat }, result, step, executedQueryString) {
  const series = typeof result[0] === 'number' ? [{ metric: {}, value: result }] : result;
  const time = { name: 'Time', type: 'time', ...(range && { config: { interval: step } }) };
  if (format === 'table' && !range) {
    const labels = [...new Set(series.flatMap(({ metric }) => Object.keys(metric)))].toSorted();
    const columns = labels.map((label) => series.map(({ metric }) => metric[label] ?? ''));
    const values = series.map(({ value }) => number(value[1]));
    const fields = [time, ...labels.map((name) => ({ name, type: 'string' })), { name: 'Value', type: 'number' }];
    const schema = { refId, fields, meta: { preferredVisualisationType: 'table', executedQueryString } };
    return [{ schema, data: { values: [series.map(({ value }) => value[0] * 1000), ...columns, values] } }];
  }
  const meta = { type: range ? 'timeseries-multi' : 'numeric-multi', typeVersion: [0, 1], executedQueryString };
  return series.map(({ metric, value, values = [value] }) => {
    const name = legend(legendFormat, metric);
    const field = { name: 'Value', type: 'number', labels: metric, config: { displayNameFromDS: name } };
    const data = { values: [values.map(([at]) => at * 1000), values.map(([, text]) => number(text))] };
    return { schema: { refId, name, meta, fields: [time, field] }, data };
  });
}
