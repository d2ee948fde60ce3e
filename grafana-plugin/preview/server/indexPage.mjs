const prometheus = {
  ...{ id: 1, uid: 'prometheus', name: 'Prometheus', type: 'prometheus', isDefault: true, jsonData: {} },
  ...{ access: 'proxy', url: '/api/datasources/proxy/uid/prometheus' },
  meta: { id: 'prometheus', name: 'Prometheus', type: 'datasource', info: { logos: {} }, metrics: true },
};
const byId = (metas, type) => Object.fromEntries(metas.filter((m) => m.type === type).map((m) => [m.id, m]));

/** What Grafana's server tells its frontend before anything is asked. */
const bootData = (metas, theme) => ({
  user: {
    ...{ id: 1, orgId: 1, login: 'preview', name: 'Preview', isSignedIn: true, orgRole: 'Admin' },
    ...{ theme, lightTheme: theme === 'light', timezone: 'browser', weekStart: 'browser', language: 'en-US' },
    permissions: { 'datasources:explore': true },
  },
  settings: {
    datasources: { Prometheus: prometheus },
    defaultDatasource: 'Prometheus',
    panels: byId(metas, 'panel'),
    apps: byId(metas, 'app'),
    featureToggles: {},
    buildInfo: { version: '13.2.2', env: 'production', edition: 'Preview' },
    ...{ appSubUrl: '', appUrl: '/', namespace: 'default' },
  },
  navTree: [],
});

const BEHIND = { light: '#f4f5f5', dark: '#111217' };

/** The page everything runs in. Grafana's boot data has to be there before its runtime is. */
export const indexPage = (metas, wanted, theme = wanted === 'light' ? 'light' : 'dark') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><base href="/"><title>AI FinOps (preview)</title>
<link rel="icon" href="/public/plugins/aifinops-app/img/logo.svg">
<script>
  window.grafanaBootData = ${JSON.stringify(bootData(metas, theme)).replaceAll('<', '\\u003c')};
  window.__grafana_public_path__ = '/public/';
</script>
<link rel="stylesheet" href="/host/host.css">
<style>*, ::before, ::after { box-sizing: border-box } body { margin: 0; background: ${BEHIND[theme]} }</style>
<script src="/host/system.js"></script><script src="/host/amd.js"></script></head>
<body><div id="reactRoot"></div><script type="module" src="/host/host.js"></script></body></html>`;
