import type { FieldConfigSource, GrafanaTheme2 } from '@grafana/data';
import { VALUE } from './beforeAndSince.ts';

/** How Grafana's time series panel draws the lines of `beforeAndSince`: bands, their medians dashed, the days themselves. */
export function bandLooks(theme: GrafanaTheme2): { options: object; fieldConfig: FieldConfigSource } {
  const looks = (name: string, color: string, custom: Readonly<Record<string, unknown>>) => ({
    matcher: { id: 'byName', options: name },
    properties: [
      { id: 'color', value: { mode: 'fixed', fixedColor: color } },
      ...Object.entries(custom).map(([key, value]) => ({ id: `custom.${key}`, value })),
    ],
  });
  const bound = { lineWidth: 0, hideFrom: { legend: true, tooltip: false, viz: false } };
  const band = (name: string, color: string) => [
    looks(`${name}, usual low`, color, bound),
    looks(`${name}, usual high`, color, { ...bound, fillBelowTo: `${name}, usual low`, fillOpacity: 18 }),
    looks(`${name}, median`, color, { lineStyle: { fill: 'dash', dash: [6, 4] } }),
  ];
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
        ...['all days', 'before'].flatMap((name) => band(name, theme.colors.text.secondary)),
        ...band('since', theme.colors.success.main),
        looks(VALUE, theme.visualization.getColorByName('blue'), {}),
      ],
    },
  };
}
