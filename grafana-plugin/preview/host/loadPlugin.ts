import type { GrafanaPlugin, PluginMeta } from '@grafana/data';
import { sharedModules } from './sharedModules.ts';

type PluginModule = { plugin?: GrafanaPlugin; default?: Promise<{ plugin: GrafanaPlugin }> };
declare const System: {
  set(id: string, module: object): void;
  addImportMap(map: { imports: Record<string, string> }): void;
  import(url: string): Promise<PluginModule>;
};

/** SystemJS copies plain objects, which would freeze what Grafana sets later (PluginPage): getters stay live. */
function live(module: object): object {
  const getter = (key: string) => [key, { enumerable: true, get: () => Reflect.get(module, key) as unknown }] as const;
  const getters = Object.fromEntries(Object.keys(module).map(getter));
  const kind = { [Symbol.toStringTag]: { value: 'Module' }, __esModule: { value: true } };
  return '__useDefault' in module ? module : Object.defineProperties({}, { ...getters, ...kind });
}

/** Offers the shared modules to plugins; once, before the first is loaded. */
export function shareModules(): void {
  Object.entries(sharedModules).forEach(([id, module]) => System.set(`app:${id}`, live(module)));
  System.addImportMap({ imports: Object.fromEntries(Object.keys(sharedModules).map((id) => [id, `app:${id}`])) });
}

/** Loads a built plugin. A module with a top-level await arrives as a promise. */
export async function loadPlugin(meta: PluginMeta): Promise<GrafanaPlugin> {
  const module = await System.import(`/${meta.module}`);
  const plugin = (module.plugin ?? (await module.default)?.plugin) as GrafanaPlugin;
  return Object.assign(plugin, { meta });
}
