import type { GrafanaPlugin, PluginMeta } from '@grafana/data';
import { sharedModules } from './sharedModules.ts';

type PluginModule = { plugin: GrafanaPlugin };
declare const System: {
  set(id: string, module: object): void;
  addImportMap(map: { imports: Record<string, string> }): void;
  import(url: string): Promise<Partial<PluginModule> & { default?: Promise<PluginModule> }>;
};

/** SystemJS copies plain objects, which would freeze what Grafana sets later (PluginPage): this one stays live. */
const live = (module: object): object =>
  '__useDefault' in module
    ? module
    : Object.defineProperties(Object.create(null) as object, {
        ...Object.fromEntries(
          Object.keys(module).map((key) => [key, { enumerable: true, get: () => Reflect.get(module, key) as unknown }])
        ),
        [Symbol.toStringTag]: { value: 'Module' },
        __esModule: { value: true },
      });

/** Offers the shared modules to plugins; once, before the first is loaded. */
export function shareModules(): void {
  for (const [id, module] of Object.entries(sharedModules)) {
    System.set(`app:${id}`, live(module));
  }
  System.addImportMap({ imports: Object.fromEntries(Object.keys(sharedModules).map((id) => [id, `app:${id}`])) });
}

/** Loads a built plugin. A module with a top-level await arrives as a promise. */
export async function loadPlugin<T extends GrafanaPlugin>(meta: PluginMeta): Promise<T> {
  const module = await System.import(`/${meta.module}`);
  const plugin = (module.plugin ?? (await module.default)?.plugin) as T;
  plugin.meta = meta;
  return plugin;
}
