/** Date formats as Grafana's defaults have them. */
const dateFormats = {
  fullDate: 'YYYY-MM-DD HH:mm:ss',
  useBrowserLocale: false,
  interval: {
    millisecond: 'HH:mm:ss.SSS',
    second: 'HH:mm:ss',
    minute: 'HH:mm',
    hour: 'MM/DD HH:mm',
    day: 'MM/DD',
    month: 'YYYY-MM',
    year: 'YYYY',
  },
  defaultTimezone: 'browser',
  defaultWeekStart: 'browser',
};
const prometheus = {
  id: 1,
  uid: 'prometheus',
  name: 'Prometheus',
  type: 'prometheus',
  url: '/api/datasources/proxy/uid/prometheus',
  access: 'proxy',
  isDefault: true,
  readOnly: true,
  jsonData: {},
  meta: {
    id: 'prometheus',
    name: 'Prometheus',
    type: 'datasource',
    info: { logos: { small: '', large: '' } },
    module: 'core:plugin/prometheus',
    baseUrl: '',
    metrics: true,
  },
};
const byId = (metas, type) => Object.fromEntries(metas.filter((m) => m.type === type).map((m) => [m.id, m]));

/** What Grafana's server tells its frontend before anything is asked. */
const bootData = (metas, theme) => ({
  user: {
    id: 1,
    login: 'preview',
    name: 'Preview',
    isSignedIn: true,
    orgId: 1,
    orgRole: 'Admin',
    theme,
    lightTheme: theme === 'light',
    timezone: 'browser',
    weekStart: 'browser',
    locale: 'en-US',
    language: 'en-US',
    permissions: { 'datasources:explore': true },
    authenticatedBy: '',
  },
  settings: {
    datasources: { Prometheus: prometheus },
    defaultDatasource: 'Prometheus',
    panels: byId(metas, 'panel'),
    apps: byId(metas, 'app'),
    featureToggles: {},
    buildInfo: { version: '13.2.2', env: 'production', edition: 'Preview', commit: '' },
    appSubUrl: '',
    appUrl: '/',
    namespace: 'default',
    dateFormats,
  },
  navTree: [],
  assets: { light: '', dark: '' },
});

/** The page everything runs in. Grafana's boot data has to be there before its runtime is. */
export const indexPage = (plugins, theme) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><base href="/"><title>AI FinOps (preview)</title>
<link rel="icon" href="/public/plugins/aifinops-app/img/logo.svg">
<script>window.grafanaBootData=${JSON.stringify(bootData(plugins.metas(), theme)).replaceAll('<', '\\u003c')};window.__grafana_public_path__='/public/'</script>
<link rel="stylesheet" href="/host/host.css">
<style>*,::before,::after{box-sizing:border-box}html,body{height:100%;margin:0;background:${theme === 'light' ? '#f4f5f5' : '#111217'}}</style>
<script src="/host/system.js"></script><script src="/host/amd.js"></script></head>
<body class="theme-${theme}"><div id="reactRoot"></div><script type="module" src="/host/host.js"></script></body></html>`;
