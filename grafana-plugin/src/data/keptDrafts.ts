import { config } from '@grafana/runtime';

/** What somebody typed and did not record yet. */
export interface KeptDraft {
  /** Text by the name of its field. */
  readonly fields: Readonly<Record<string, string>>;
  /** When it was typed, ms since the epoch. */
  readonly atMs: number;
}

/** A browser may have no storage to give: drafts then last as long as the page. */
const memory = new Map<string, string>();

const keyOf = (name: string): string => {
  const { login, id } = config.bootData.user;
  return `aifinops-app.draft.${login || id}.${name}`;
};

/**
 * Drafts of forms, by name and person: they outlive leaving the form and loading the page again, in this tab of the browser
 * and nowhere else.
 */
export const keptDrafts = {
  read(name: string): KeptDraft | undefined {
    try {
      const text = stored((storage) => storage.getItem(keyOf(name))) ?? memory.get(keyOf(name));
      const draft = text === undefined ? undefined : (JSON.parse(text) as Partial<KeptDraft> | null);
      return draft && typeof draft.atMs === 'number' && typeof draft.fields === 'object' && draft.fields !== null
        ? { atMs: draft.atMs, fields: draft.fields }
        : undefined;
    } catch {
      return undefined;
    }
  },
  keep(name: string, draft: KeptDraft): void {
    const text = JSON.stringify(draft);
    memory.set(keyOf(name), text);
    stored((storage) => storage.setItem(keyOf(name), text));
  },
  drop(name: string): void {
    memory.delete(keyOf(name));
    stored((storage) => storage.removeItem(keyOf(name)));
  },
};

/** Undefined where the browser keeps nothing, or has no room. */
function stored<T>(ask: (storage: Storage) => T | null): T | undefined {
  try {
    return ask(window.sessionStorage) ?? undefined;
  } catch {
    return undefined;
  }
}
