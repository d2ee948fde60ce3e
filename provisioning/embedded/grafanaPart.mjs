import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { inbox } from './alertmanagerPart.mjs';
import { at } from './at.mjs';
import { root } from './settings.mjs';

/** How to start a real Grafana with the built app, the repository's provisioning and a data directory of its own. */
export function grafanaPart({ binary, homePath }, settings) {
  const { data, ports } = settings;
  const home = path.join(data, 'grafana');
  const plugins = path.join(home, 'plugins');
  mkdirSync(plugins, { recursive: true });
  rmSync(path.join(plugins, 'aifinops-app'), { force: true });
  symlinkSync(path.join(root, 'grafana-plugin/dist'), path.join(plugins, 'aifinops-app'));
  const env = {
    ...inbox(settings),
    AI_FINOPS_DASHBOARDS: path.join(root, 'provisioning/grafana/dashboards'),
    AI_FINOPS_PROMETHEUS_URL: at(ports.prometheus),
    AI_FINOPS_TEMPO_URL: at(ports.tempo),
    AI_FINOPS_LEDGER_API_URL: at(ports.api),
    AI_FINOPS_LEDGER_TOKEN: '',
    GF_SERVER_HTTP_ADDR: '127.0.0.1',
    GF_SERVER_HTTP_PORT: String(ports.app),
    GF_PATHS_DATA: path.join(home, 'data'),
    GF_PATHS_LOGS: path.join(home, 'logs'),
    GF_PATHS_PLUGINS: plugins,
    GF_PATHS_PROVISIONING: path.join(root, 'provisioning/grafana'),
    GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS:
      'aifinops-app,aifinops-attribution-panel,aifinops-forecast-panel,aifinops-optimization-panel,aifinops-reconciliation-panel',
    // What is for information is told again after seven days: until then it has to know that it was.
    GF_UNIFIED_ALERTING_NOTIFICATION_LOG_RETENTION: '8d',
    GF_PLUGINS_PREINSTALL_DISABLED: 'true',
    GF_PLUGINS_PLUGIN_ADMIN_ENABLED: 'false',
    GF_PLUGINS_PUBLIC_KEY_RETRIEVAL_DISABLED: 'true',
    GF_AUTH_ANONYMOUS_ENABLED: 'true',
    GF_AUTH_ANONYMOUS_ORG_ROLE: 'Admin',
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    GF_NEWS_NEWS_FEED_ENABLED: 'false',
  };
  return {
    name: 'grafana',
    command: binary,
    args: ['server', '--homepath', homePath],
    env,
    cwd: homePath,
    ready: `${at(ports.app)}/api/health`,
    seconds: 90,
  };
}
