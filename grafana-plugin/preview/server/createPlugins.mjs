import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { writeJson } from './writeJson.mjs';
import { readJson } from './readJson.mjs';

/** The built app and its nested panels, as Grafana describes plugins, with settings that survive a restart. */
export function createPlugins(dist, dataDir, ledgerUrl) {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'settings.json');
  const describe = (path) => {
    const plugin = JSON.parse(readFileSync(path, 'utf8'));
    const folder = relative(dist, dirname(path));
    const baseUrl = ['public/plugins/aifinops-app', folder].filter(Boolean).join('/');
    return { ...plugin, module: `${baseUrl}/module.js`, baseUrl, enabled: true, pinned: true, sort: 100 };
  };
  const all = () =>
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('plugin.json'))
      .map((name) => describe(join(dist, name)));
  const settings = () => readJson(file, { jsonData: { ledgerUrl }, secureJsonFields: {} });
  const metas = () => all().map((plugin) => (plugin.type === 'app' ? { ...plugin, ...settings() } : plugin));
  return {
    metas,
    meta: (id) => metas().find((plugin) => plugin.id === id),
    saveSettings({ jsonData, secureJsonData = {} }) {
      const secureJsonFields = Object.fromEntries(Object.keys(secureJsonData).map((name) => [name, true]));
      writeJson(file, { jsonData, secureJsonFields: { ...settings().secureJsonFields, ...secureJsonFields } });
      return { message: 'Plugin settings updated' };
    },
  };
}
