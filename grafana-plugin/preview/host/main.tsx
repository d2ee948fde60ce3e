import * as data from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import * as runtime from '@grafana/runtime';
import { createRoot } from 'react-dom/client';
import { setPanelRenderer } from 'runtime-internal/components/PanelRenderer';
import { setPluginPage } from 'runtime-internal/components/PluginPage';
import { initDataSourceInstanceSettings } from 'runtime-internal/services/dataSource/settings';
import { initializeLoggersRegistry } from 'runtime-internal/services/logging/registry';
import { backendSrv } from './backendSrv.ts';
import { dataSourceSrv } from './dataSourceSrv.ts';
import { HostPage } from './HostPage.tsx';
import { HostPanel, importPanel } from './HostPanel.tsx';
import { loadPlugin, shareModules } from './loadPlugin.ts';
import { fillStandardRegistries } from './panels/standardRegistries.ts';
import { Shell } from './Shell.tsx';

/** Sets what Grafana's core sets before it loads a plugin, then loads the app and shows it. */
async function start(): Promise<void> {
  const { config } = runtime;
  const nothing = () => undefined;
  initializeLoggersRegistry();
  initDataSourceInstanceSettings(config.datasources, config.defaultDatasource);
  await initPluginTranslations('grafana', []);
  runtime.setBackendSrv(backendSrv);
  runtime.setDataSourceSrv(dataSourceSrv);
  runtime.setAppEvents(new data.EventBusSrv());
  runtime.setEchoSrv({ addBackend: nothing, addEvent: nothing, flush: nothing, onInteraction: () => nothing });
  runtime.setPluginImportUtils({ importPanelPlugin: importPanel, getPanelPluginFromCache: nothing });
  runtime.setPluginLinksHook(() => ({ links: [], isLoading: false }));
  runtime.setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setPluginPage(HostPage);
  setPanelRenderer(HostPanel);
  data.setLocale('en-US');
  data.setWeekStart('browser');
  data.setTimeZoneResolver(() => 'browser');
  data.locationUtil.initialize({
    config: config as unknown as data.GrafanaConfig,
    getTimeRangeForUrl: () => ({ from: 'now-6h', to: 'now' }),
    getVariablesUrlParams: () => ({}),
  });
  fillStandardRegistries();
  shareModules();
  const [meta] = Object.values(config.apps) as unknown as data.AppPluginMeta[];
  if (meta) {
    const plugin = (await loadPlugin(meta)) as data.AppPlugin;
    plugin.init(meta);
    createRoot(document.getElementById('reactRoot') ?? document.body).render(<Shell plugin={plugin} meta={meta} />);
  }
}

start().catch((error: Error) => document.body.append(String(error.stack)));
