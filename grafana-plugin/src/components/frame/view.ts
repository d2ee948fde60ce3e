import type { Basis } from '../../choice/basis.ts';
import type { Choice } from '../../choice/choice.ts';
import type { Books } from '../../data/books.ts';
import type { PromSource } from '../../data/promSource.ts';
import type { Scope } from '../../queries/scope.ts';

/** What a page is given to answer with: where to ask, which days there are, what was chosen. */
export interface View<B extends Books = Books & { lastClosedDay: number }> {
  readonly source: PromSource;
  readonly books: B;
  /** Environment and filters, as questions take them. */
  readonly scope: Scope;
  /** What costs of this scope rest on; where a part of the page can't follow, it says so itself. */
  readonly basis: Basis;
  readonly choice: Choice;
  readonly onChoice: (change: Partial<Choice>) => void;
}
