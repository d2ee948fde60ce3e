import {
  type AppPlugin,
  type AppPluginMeta,
  EventBusSrv,
  locationUtil,
  setLocale,
  setTimeZoneResolver,
  setWeekStart,
} from '@grafana/data';
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
import { runRequest } from './runRequest.ts';
import { Shell } from './Shell.tsx';
import { templateSrv } from './templateSrv.ts';

/** Sets what Grafana's core sets before it loads a plugin, then loads the app and shows it. */
async function start(): Promise<void> {
  const { config } = runtime;
  initializeLoggersRegistry();
  initDataSourceInstanceSettings(config.datasources, config.defaultDatasource);
  await initPluginTranslations('grafana', []);
  runtime.setBackendSrv(backendSrv);
  runtime.setDataSourceSrv(dataSourceSrv);
  runtime.setTemplateSrv(templateSrv);
  runtime.setRunRequest(runRequest);
  runtime.setAppEvents(new EventBusSrv());
  runtime.setEchoSrv({ addBackend: () => undefined, addEvent: () => undefined, flush: () => undefined });
  runtime.setPluginImportUtils({ importPanelPlugin: importPanel, getPanelPluginFromCache: () => undefined });
  runtime.setPluginLinksHook(() => ({ links: [], isLoading: false }));
  runtime.setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setPluginPage(HostPage);
  setPanelRenderer(HostPanel);
  setLocale('en-US');
  setWeekStart('browser');
  setTimeZoneResolver(() => 'browser');
  fillStandardRegistries();
  locationUtil.initialize({
    config,
    getTimeRangeForUrl: () => ({ from: 'now-6h', to: 'now' }),
    getVariablesUrlParams: () => ({}),
  });
  shareModules();
  const meta = Object.values(config.apps)[0] as unknown as AppPluginMeta;
  const plugin = await loadPlugin<AppPlugin>(meta);
  plugin.init(meta);
  const root = document.getElementById('reactRoot');
  if (root) {
    createRoot(root).render(<Shell plugin={plugin} />);
  }
}

start().catch((error: Error) => document.body.append(String(error.stack)));
