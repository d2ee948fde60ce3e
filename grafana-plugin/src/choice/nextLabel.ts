import type { Label } from '../queries/label.ts';

const NEXT: Readonly<Record<Label, readonly Label[]>> = {
  feature: ['model', 'request_type', 'team'],
  team: ['feature', 'model', 'request_type'],
  tenant: ['feature'],
  request_type: ['model', 'feature'],
  provider: ['model', 'feature'],
  model: ['feature', 'request_type', 'team'],
  environment: ['feature', 'model'],
};

/** What a row is best split by next, among what is not narrowed to one name already. */
export const nextLabel = (by: Label, narrowed: readonly Label[] = []): Label =>
  NEXT[by].find((label) => !narrowed.includes(label)) ?? NEXT[by][0] ?? 'feature';
