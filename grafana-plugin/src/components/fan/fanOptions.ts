import type { FieldConfigSource, GrafanaTheme2 } from '@grafana/data';

const BUDGET = 'budget a day';

/** How Grafana's time series panel draws the frame: bands between their bounds. */
export function fanOptions(theme: GrafanaTheme2): { options: object; fieldConfig: FieldConfigSource } {
  const blue = theme.visualization.getColorByName('blue');
  const looks = (name: string, color: string, custom: Readonly<Record<string, unknown>>) => ({
    matcher: { id: 'byName', options: name },
    properties: [
      { id: 'color', value: { mode: 'fixed', fixedColor: color } },
      ...Object.entries(custom).map(([key, value]) => ({ id: `custom.${key}`, value })),
    ],
  });
  const bound = { lineWidth: 0, hideFrom: { legend: true, tooltip: false, viz: false } };
  return {
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
      tooltip: { mode: 'multi', sort: 'none', hideZeros: false },
    },
    fieldConfig: {
      defaults: {
        unit: 'currencyUSD',
        min: 0,
        custom: { drawStyle: 'line', lineWidth: 2, fillOpacity: 0, showPoints: 'never', spanNulls: false },
      },
      overrides: [
        looks('actual', theme.colors.text.primary, {}),
        looks('forecast', blue, { lineStyle: { fill: 'dash', dash: [6, 4] } }),
        looks('95 % low', blue, bound),
        looks('95 % high', blue, { ...bound, fillBelowTo: '95 % low', fillOpacity: 12 }),
        looks('80 % low', blue, bound),
        looks('80 % high', blue, { ...bound, fillBelowTo: '80 % low', fillOpacity: 28 }),
        looks(BUDGET, theme.colors.warning.main, { lineWidth: 1, lineStyle: { fill: 'dash', dash: [2, 6] } }),
      ],
    },
  };
}
