import { PanelPlugin, type PanelPluginMeta, type PanelProps } from '@grafana/data';
import type { ComponentType } from 'react';
import { option } from './standardRegistries.ts';
import { TablePanel } from './TablePanel.tsx';
import { TimeSeriesPanel } from './TimeSeriesPanel.tsx';
import { ValuesPanel } from './ValuesPanel.tsx';

type Settings = Readonly<Record<string, unknown>>;

/** A panel whose options and fields start as those of Grafana's own do. */
function panel<T extends object>(id: string, view: ComponentType<PanelProps<T>>, options: Settings, fields: Settings) {
  const all = (settings: Settings) => Object.entries(settings).map(([path, value]) => option(path, value) as never);
  const mode = id === 'timeseries' ? 'palette-classic' : 'thresholds';
  const plugin = new PanelPlugin<T>(view)
    .setPanelOptions((builder) => all(options).forEach((one) => builder.addCustomEditor(one)))
    .useFieldConfig({
      standardOptions: { color: { defaultValue: { mode } } } as never,
      useCustomConfig: (builder) => all(fields).forEach((one) => builder.addCustomEditor(one)),
    });
  plugin.meta = { id, name: id, type: 'panel' } as PanelPluginMeta;
  return plugin as unknown as PanelPlugin;
}

const reduceOptions = { values: false, calcs: ['lastNotNull'], fields: '' };
const look = { colorMode: 'value', justifyMode: 'auto', textMode: 'auto' };
const legend = { displayMode: 'list', placement: 'bottom', calcs: [], showLegend: true };
const lines = { drawStyle: 'line', lineInterpolation: 'linear', lineWidth: 1, lineStyle: { fill: 'solid' } };
const fills = { fillOpacity: 0, gradientMode: 'none', barAlignment: 0, barWidthFactor: 0.6, fillBelowTo: undefined };
const points = { showPoints: 'auto', pointSize: 5, spanNulls: false, insertNulls: false };
const axes = {
  axisPlacement: 'auto',
  axisLabel: '',
  axisColorMode: 'text',
  axisBorderShow: false,
  axisWidth: undefined,
};
const scales = { scaleDistribution: { type: 'linear' }, axisSoftMin: undefined, axisSoftMax: undefined };
const rest = { stacking: { mode: 'none', group: 'A' }, thresholdsStyle: { mode: 'off' }, hideFrom: {} };
const timeseries = { ...lines, ...fills, ...points, ...axes, ...scales, ...rest, axisCenteredZero: false };
const cells = { align: 'auto', cellOptions: { type: 'auto' }, inspect: false, width: undefined, filterable: undefined };

/** Stand-ins, built from @grafana/ui, for the four core panels the app may use. */
export const corePanels: Readonly<Record<string, PanelPlugin>> = {
  timeseries: panel('timeseries', TimeSeriesPanel, { legend, tooltip: { mode: 'single', sort: 'none' } }, timeseries),
  table: panel('table', TablePanel, { frameIndex: 0 }, cells),
  stat: panel('stat', ValuesPanel, { reduceOptions, ...look, orientation: 'auto', graphMode: 'area' }, {}),
  bargauge: panel('bargauge', ValuesPanel, { reduceOptions, orientation: 'horizontal', displayMode: 'gradient' }, {}),
};
