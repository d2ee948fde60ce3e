import { useState } from 'react';
import { keptDrafts } from './keptDrafts.ts';

export interface Draft<Fields> {
  readonly draft: Fields;
  readonly setDraft: (next: Fields) => void;
  /** When what was found here was typed, ms since the epoch; undefined where nothing was, or it is gone. */
  readonly foundMs: number | undefined;
}

/**
 * What is typed into a form, kept until it is recorded or emptied. The component that asks has to be another one for another
 * name: `key={name}`.
 *
 * @param name of the form, and of what it is about
 * @param empty every field of the form; a draft without one of them is as old as that
 */
export function useDraft<Fields extends Readonly<Record<string, string>>>(name: string, empty: Fields): Draft<Fields> {
  const [found] = useState(() => keptDrafts.read(name));
  const [draft, setShown] = useState<Fields>(() => ({ ...empty, ...known(found?.fields, empty) }));
  const isEmpty = (fields: Fields) => Object.values(fields).every((text) => text === '');
  const [isLeft, setLeft] = useState(!isEmpty(draft));
  return {
    draft,
    setDraft(next) {
      setShown(next);
      if (isEmpty(next)) {
        setLeft(false);
        keptDrafts.drop(name);
      } else {
        keptDrafts.keep(name, { fields: next, atMs: Date.now() });
      }
    },
    foundMs: isLeft ? found?.atMs : undefined,
  };
}

/** What a form still has fields for: whatever else a draft holds is from another version, or from nobody. */
function known<Fields extends Readonly<Record<string, string>>>(
  fields: Readonly<Record<string, unknown>> | undefined,
  empty: Fields
): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields ?? {}).filter(([name, text]) => Object.hasOwn(empty, name) && typeof text === 'string')
  ) as Partial<Fields>;
}
