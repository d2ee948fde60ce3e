import type { Label } from '../queries/label.ts';
import type { Scope } from '../queries/scope.ts';
import { narrow } from './narrow.ts';

/** The scope of one row: everything that is asked, and this name besides. */
export const within = (scope: Scope, by: Label, name: string): Scope =>
  by === 'environment'
    ? { ...scope, environment: name }
    : {
        ...scope,
        filters: narrow(
          (scope.filters ?? []).filter(({ label }) => label !== by),
          by,
          name
        ),
      };
