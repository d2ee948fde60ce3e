import type { NamedModel, TermedModel } from './policyTerms.ts';

/** Finds what is thought of a model; undefined where nothing is said. */
export function modelIndex(models: readonly TermedModel[]): (model: NamedModel) => TermedModel | undefined {
  const keyOf = ({ provider, model }: NamedModel) => JSON.stringify([provider, model]);
  const index = new Map(models.map((model) => [keyOf(model), model]));
  return (model) => index.get(keyOf(model));
}
