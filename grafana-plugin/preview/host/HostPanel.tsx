import { EventBusSrv, type PanelPlugin, applyFieldOverrides, getPanelOptionsWithDefaults } from '@grafana/data';
import { type PanelRendererProps, config } from '@grafana/runtime';
import { useTheme2 } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';
import { loadPlugin } from './loadPlugin.ts';
import { corePanels } from './panels/corePanels.ts';

const loaded = new Map<string, PanelPlugin>(Object.entries(corePanels));
const replaceVariables = (text: string) => text;
const ignore = () => undefined;
const handlers = {
  onOptionsChange: ignore,
  onFieldConfigChange: ignore,
  replaceVariables,
  eventBus: new EventBusSrv(),
};
const still = { ...handlers, id: 1, renderCounter: 0, transparent: false };

export async function importPanel(id: string): Promise<PanelPlugin> {
  const meta = config.panels[id];
  const plugin = loaded.get(id) ?? (meta && ((await loadPlugin(meta)) as unknown as PanelPlugin));
  if (!plugin) {
    throw new Error(`There is no panel ${id} here`);
  }
  loaded.set(id, plugin);
  return plugin;
}

/** Draws a panel with Grafana's defaults and overrides applied: core ones from the stand-ins, nested ones as built. */
export function HostPanel(props: PanelRendererProps) {
  const { pluginId, data, options = {}, fieldConfig, timeZone = 'browser', width, height, title } = props;
  const theme = useTheme2();
  const [plugin, setPlugin] = useState(() => loaded.get(pluginId));
  useEffect(() => void importPanel(pluginId).then(setPlugin), [pluginId]);
  const drawn = useMemo(() => {
    if (!plugin || !data) {
      return undefined;
    }
    const currentFieldConfig = fieldConfig ?? { defaults: {}, overrides: [] };
    const choice = { plugin, currentOptions: options, currentFieldConfig, isAfterPluginChange: false };
    const full = getPanelOptionsWithDefaults(choice);
    const { fieldConfigRegistry } = plugin;
    const context = { fieldConfig: full.fieldConfig, fieldConfigRegistry, theme, timeZone, replaceVariables };
    const series = applyFieldOverrides({ data: data.series, ...context });
    return { ...full, timeRange: data.timeRange, data: { ...data, series } };
  }, [plugin, data, options, fieldConfig, theme, timeZone]);
  const Panel = plugin?.panel;
  const frame = { title, width, height, timeZone, onChangeTimeRange: props.onChangeTimeRange ?? ignore };
  return Panel && drawn ? <Panel {...still} {...frame} {...drawn} /> : null;
}
