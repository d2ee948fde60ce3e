import { ANNOUNCED_RETIREMENTS } from './announcedRetirements.ts';
import type { ModelTerms } from './modelTerms.ts';

/** What the file says of models, completed by what providers announced: key by key the file wins. */
export function withAnnouncedRetirements(models: readonly ModelTerms[]): ModelTerms[] {
  const keyOf = ({ provider, model }: ModelTerms) => JSON.stringify([provider, model]);
  const merged = new Map(
    ANNOUNCED_RETIREMENTS.map(({ read, source, ...terms }): [string, ModelTerms] => [
      keyOf(terms),
      { ...terms, announced: { retires: terms.retires, read, source } },
    ])
  );
  for (const own of models) {
    merged.set(keyOf(own), { ...merged.get(keyOf(own)), ...own });
  }
  const listed = new Set(models.map(keyOf));
  return [...models.map(keyOf), ...[...merged.keys()].filter((key) => !listed.has(key))].flatMap(
    (key) => merged.get(key) ?? []
  );
}
