import type { FieldConfigSource } from '@grafana/data';
import type { NamedCosts } from './costFrame.ts';

interface Looks {
  readonly colorOf: (name: string) => string;
  /** Drawn as outlines. */
  readonly hollow: readonly string[];
  /** `stack`: bars that add up to the day. `lines`: values that don't, such as the cost of a call. */
  readonly kind: 'stack' | 'lines';
  readonly unit: string;
  /** A name drawn as a dashed line across, and its CSS colour. */
  readonly limit: { readonly name: string; readonly color: string } | undefined;
}

const BARS = {
  drawStyle: 'bars',
  // To the right of the stamp, so that a bar fills its own day from 00:00 on.
  barAlignment: 1,
  barWidthFactor: 0.9,
  fillOpacity: 85,
  lineWidth: 0,
  showPoints: 'never',
  stacking: { mode: 'normal', group: 'A' },
  axisBorderShow: false,
};
const LINES = {
  drawStyle: 'line',
  fillOpacity: 0,
  lineWidth: 2,
  showPoints: 'never',
  spanNulls: false,
  stacking: { mode: 'none', group: 'A' },
  axisBorderShow: false,
};

/** Options of the time series panel for USD a day, or USD a call by day. */
export function dailyBars(
  series: readonly NamedCosts[],
  { colorOf, hollow, kind, unit, limit }: Looks
): { options: object; fieldConfig: FieldConfigSource } {
  return {
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
      tooltip: { mode: 'multi', sort: 'none', hideZeros: true },
    },
    fieldConfig: {
      defaults: { unit, min: 0, custom: kind === 'stack' ? BARS : LINES },
      overrides: [
        ...series.map(({ name }) => ({
          matcher: { id: 'byName', options: name },
          properties: [
            { id: 'color', value: { mode: 'fixed', fixedColor: colorOf(name) } },
            ...(hollow.includes(name)
              ? [
                  { id: 'custom.fillOpacity', value: kind === 'stack' ? 15 : 0 },
                  { id: 'custom.lineWidth', value: 1 },
                ]
              : []),
          ],
        })),
        ...(limit
          ? [
              {
                matcher: { id: 'byName', options: limit.name },
                properties: [
                  { id: 'color', value: { mode: 'fixed', fixedColor: limit.color } },
                  ...Object.entries({ ...LINES, lineStyle: { fill: 'dash', dash: [8, 6] } }).map(([name, value]) => ({
                    id: `custom.${name}`,
                    value,
                  })),
                ],
              },
            ]
          : []),
      ],
    },
  };
}
