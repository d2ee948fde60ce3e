import type { FieldConfigSource } from '@grafana/data';

/** How one line looks; `custom` is of Grafana's time series panel. */
export interface LineLook {
  readonly name: string;
  readonly color: string;
  /** A bound of a band: no line of its own, and not in the legend. */
  readonly isBound?: boolean;
  readonly custom?: Readonly<Record<string, unknown>>;
}

const BOUND = { lineWidth: 0, hideFrom: { legend: true, tooltip: false, viz: false } };

/** How Grafana's time series panel draws lines of USD that are told apart by name. */
export function linesByName(looks: readonly LineLook[]): { options: object; fieldConfig: FieldConfigSource } {
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
      overrides: looks.map(({ name, color, isBound = false, custom = {} }) => ({
        matcher: { id: 'byName', options: name },
        properties: [
          { id: 'color', value: { mode: 'fixed', fixedColor: color } },
          ...Object.entries({ ...(isBound && BOUND), ...custom }).map(([key, value]) => ({
            id: `custom.${key}`,
            value,
          })),
        ],
      })),
    },
  };
}
