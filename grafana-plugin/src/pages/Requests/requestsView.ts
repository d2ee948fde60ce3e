import type { Choice } from '../../choice/choice.ts';
import type { Scope } from '../../queries/scope.ts';

/** Which calls the page is about, and how to choose others. */
export interface RequestsView {
  readonly scope: Scope;
  readonly choice: Choice;
  readonly onChoice: (change: Partial<Choice>) => void;
}
