import type { Scope } from '../../queries/scope.ts';

interface NamedPage {
  readonly page: 'feature' | 'tenant';
  readonly name: string;
}

/** The feature and the tenant that have a page of their own, where the selection holds just one of them. */
export const soleNames = ({ filters = [] }: Scope): NamedPage[] =>
  filters.flatMap(({ label, values }) =>
    (label === 'feature' || label === 'tenant') && values.length === 1 && values[0] !== undefined
      ? [{ page: label, name: values[0] }]
      : []
  );
