import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jsonFile } from './jsonFile.mjs';

/** The built app and its nested panels, as Grafana describes plugins, with settings that survive a restart. */
export function createPlugins(dist, dataDir, ledgerUrl) {
  const settings = jsonFile(join(dataDir, 'settings.json'), { jsonData: { ledgerUrl }, secureJsonFields: {} });
  const describe = (name) => {
    const baseUrl = join('public/plugins/aifinops-app', dirname(name));
    const plugin = JSON.parse(readFileSync(join(dist, name), 'utf8'));
    const meta = { ...plugin, module: `${baseUrl}/module.js`, baseUrl, enabled: true, pinned: true, sort: 100 };
    return plugin.type === 'app' ? { ...meta, ...settings.get() } : meta;
  };
  return {
    all: () =>
      readdirSync(dist, { recursive: true })
        .filter((name) => name.endsWith('plugin.json'))
        .map(describe),
    saveSettings({ jsonData, secureJsonData }) {
      const { secureJsonFields } = settings.get();
      const set = Object.keys(secureJsonData ?? {}).map((name) => [name, true]);
      settings.set({ jsonData, secureJsonFields: { ...secureJsonFields, ...Object.fromEntries(set) } });
      return { message: 'Plugin settings updated' };
    },
  };
}
