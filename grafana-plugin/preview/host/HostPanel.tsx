import { EventBusSrv, type PanelPlugin, applyFieldOverrides, getPanelOptionsWithDefaults } from '@grafana/data';
import { type PanelRendererProps, config } from '@grafana/runtime';
import { useTheme2 } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';
import { loadPlugin } from './loadPlugin.ts';
import { corePanels } from './panels/corePanels.ts';

const loaded = new Map<string, PanelPlugin>(Object.entries(corePanels));
const events = new EventBusSrv();

export async function importPanel(id: string): Promise<PanelPlugin> {
  const meta = config.panels[id];
  const plugin = loaded.get(id) ?? (meta && (await loadPlugin<PanelPlugin>(meta)));
  if (!plugin) {
    throw new Error(`There is no panel ${id} here`);
  }
  loaded.set(id, plugin);
  return plugin;
}

/** Draws a panel with Grafana's defaults and overrides applied: core ones from the stand-ins, nested ones as built. */
export function HostPanel(props: PanelRendererProps) {
  const { pluginId, data, options, fieldConfig, timeZone = 'browser', width, height, title } = props;
  const theme = useTheme2();
  const [plugin, setPlugin] = useState(() => loaded.get(pluginId));
  useEffect(() => void importPanel(pluginId).then(setPlugin), [pluginId]);
  const drawn = useMemo(() => {
    if (!plugin || !data) {
      return undefined;
    }
    const full = getPanelOptionsWithDefaults({
      plugin,
      currentOptions: options ?? {},
      currentFieldConfig: fieldConfig ?? { defaults: {}, overrides: [] },
      isAfterPluginChange: false,
    });
    const series = applyFieldOverrides({
      data: data.series,
      fieldConfig: full.fieldConfig,
      fieldConfigRegistry: plugin.fieldConfigRegistry,
      theme,
      timeZone,
      replaceVariables: (text) => text,
    });
    return { ...full, data: { ...data, series } };
  }, [plugin, data, options, fieldConfig, theme, timeZone]);
  const Panel = plugin?.panel;
  return Panel && drawn ? (
    <Panel
      id={1}
      title={title}
      data={drawn.data}
      timeRange={drawn.data.timeRange}
      timeZone={timeZone}
      options={drawn.options}
      fieldConfig={drawn.fieldConfig}
      transparent={false}
      width={width}
      height={height}
      renderCounter={0}
      eventBus={events}
      replaceVariables={(text) => text}
      onOptionsChange={() => undefined}
      onFieldConfigChange={() => undefined}
      onChangeTimeRange={props.onChangeTimeRange ?? (() => undefined)}
    />
  ) : null;
}
