const number = (text) => (Number.isFinite(Number(text)) ? Number(text) : null);
const legend = ({ legendFormat }, { __name__: name = '', ...labels }) =>
  legendFormat && legendFormat !== '__auto'
    ? legendFormat.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, label) => labels[label] ?? '')
    : `${name}{${Object.entries(labels)
        .map(([label, value]) => `${label}="${value}"`)
        .join(', ')}}`;

/** Prometheus' result as data frames: a frame for each series, or one table of an instant query. */
export function toFrames(query, result, step, expr) {
  const series = Array.isArray(result[0]) || typeof result[0] === 'number' ? [{ metric: {}, value: result }] : result;
  return query.format === 'table' && !query.range
    ? [table(query, series, expr)]
    : series.map((one) => timeSeries(query, one, step, expr));
}

function timeSeries(query, { metric, values, value }, step, expr) {
  const points = values ?? [value];
  const name = legend(query, metric);
  return {
    schema: {
      refId: query.refId,
      name,
      meta: {
        type: query.range ? 'timeseries-multi' : 'numeric-multi',
        typeVersion: [0, 1],
        executedQueryString: `Expr: ${expr}`,
      },
      fields: [
        { name: 'Time', type: 'time', config: query.range ? { interval: step } : {} },
        { name: 'Value', type: 'number', labels: metric, config: { displayNameFromDS: name } },
      ],
    },
    data: { values: [points.map(([at]) => at * 1000), points.map(([, text]) => number(text))] },
  };
}

function table(query, series, expr) {
  const labels = [...new Set(series.flatMap(({ metric }) => Object.keys(metric)))].toSorted();
  return {
    schema: {
      refId: query.refId,
      meta: { preferredVisualisationType: 'table', executedQueryString: `Expr: ${expr}` },
      fields: [
        { name: 'Time', type: 'time' },
        ...labels.map((label) => ({ name: label, type: 'string', config: { filterable: true } })),
        { name: 'Value', type: 'number' },
      ],
    },
    data: {
      values: [
        series.map(({ value }) => value[0] * 1000),
        ...labels.map((label) => series.map(({ metric }) => metric[label] ?? '')),
        series.map(({ value }) => number(value[1])),
      ],
    },
  };
}
