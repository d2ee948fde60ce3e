import type { FieldConfigSource } from '@grafana/data';
import type { NamedCosts } from './costFrame.ts';

/** Options of the time series panel for stacked bars of USD a day. `hollow` names are drawn as outlines. */
export function dailyBars(
  series: readonly NamedCosts[],
  colorOf: (name: string) => string,
  hollow: readonly string[]
): { options: object; fieldConfig: FieldConfigSource } {
  return {
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
      tooltip: { mode: 'multi', sort: 'none', hideZeros: true },
    },
    fieldConfig: {
      defaults: {
        unit: 'currencyUSD',
        min: 0,
        custom: {
          drawStyle: 'bars',
          // To the right of the stamp, so that a bar fills its own day from 00:00 on.
          barAlignment: 1,
          barWidthFactor: 0.9,
          fillOpacity: 85,
          lineWidth: 0,
          showPoints: 'never',
          stacking: { mode: 'normal', group: 'A' },
          axisBorderShow: false,
        },
      },
      overrides: series.map(({ name }) => ({
        matcher: { id: 'byName', options: name },
        properties: [
          { id: 'color', value: { mode: 'fixed', fixedColor: colorOf(name) } },
          ...(hollow.includes(name)
            ? [
                { id: 'custom.fillOpacity', value: 15 },
                { id: 'custom.lineWidth', value: 1 },
              ]
            : []),
        ],
      })),
    },
  };
}
