import { PanelPlugin, type PanelPluginMeta, type PanelProps } from '@grafana/data';
import type { ComponentType } from 'react';
import { option } from './standardRegistries.ts';
import { TablePanel } from './TablePanel.tsx';
import { TimeSeriesPanel } from './TimeSeriesPanel.tsx';
import { ValuesPanel } from './ValuesPanel.tsx';

type Settings = Readonly<Record<string, unknown>>;
const reduceOptions = { values: false, calcs: ['lastNotNull'], fields: '' };

/** A panel with the defaults of Grafana's own. */
function panel<T extends object>(
  id: string,
  view: ComponentType<PanelProps<T>>,
  options: Settings,
  custom?: Settings,
  color = 'thresholds'
) {
  const plugin = new PanelPlugin<T>(view)
    .setPanelOptions((builder) =>
      Object.entries(options).forEach(([path, value]) => builder.addCustomEditor(option(path, value) as never))
    )
    .useFieldConfig({
      standardOptions: { color: { defaultValue: { mode: color } } } as never,
      ...(custom && {
        useCustomConfig: (builder) =>
          Object.entries(custom).forEach(([path, value]) => builder.addCustomEditor(option(path, value) as never)),
      }),
    });
  const info = { logos: { small: '', large: '' } };
  plugin.meta = { id, name: id, type: 'panel', module: '', baseUrl: '', sort: 0, info } as unknown as PanelPluginMeta;
  return plugin as unknown as PanelPlugin;
}

/** Stand-ins, built from @grafana/ui, for the four core panels the app may use. */
export const corePanels: Readonly<Record<string, PanelPlugin>> = {
  timeseries: panel(
    'timeseries',
    TimeSeriesPanel,
    {
      legend: { displayMode: 'list', placement: 'bottom', calcs: [], showLegend: true },
      tooltip: { mode: 'single', sort: 'none' },
    },
    {
      drawStyle: 'line',
      lineInterpolation: 'linear',
      lineWidth: 1,
      lineStyle: { fill: 'solid' },
      fillOpacity: 0,
      gradientMode: 'none',
      showPoints: 'auto',
      pointSize: 5,
      spanNulls: false,
      insertNulls: false,
      axisPlacement: 'auto',
      axisLabel: '',
      axisColorMode: 'text',
      axisBorderShow: false,
      axisCenteredZero: false,
      axisWidth: undefined,
      axisSoftMin: undefined,
      axisSoftMax: undefined,
      scaleDistribution: { type: 'linear' },
      stacking: { mode: 'none', group: 'A' },
      thresholdsStyle: { mode: 'off' },
      hideFrom: { tooltip: false, viz: false, legend: false },
      fillBelowTo: undefined,
      barAlignment: 0,
      barWidthFactor: 0.6,
    },
    'palette-classic'
  ),
  table: panel(
    'table',
    TablePanel,
    { frameIndex: 0 },
    {
      align: 'auto',
      cellOptions: { type: 'auto' },
      inspect: false,
      hidden: false,
      width: undefined,
      minWidth: undefined,
      filterable: undefined,
      footer: undefined,
    }
  ),
  stat: panel('stat', ValuesPanel, {
    reduceOptions,
    orientation: 'auto',
    colorMode: 'value',
    graphMode: 'area',
    justifyMode: 'auto',
    textMode: 'auto',
  }),
  bargauge: panel('bargauge', ValuesPanel, {
    reduceOptions,
    orientation: 'horizontal',
    displayMode: 'gradient',
    graphMode: 'none',
  }),
};
