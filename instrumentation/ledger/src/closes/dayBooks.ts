import type { DimensionLabels } from '../books/dimensionLabels.ts';
import type { BookRow, ComponentRow, TenantRow } from '../store/bookRow.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { WorkRow } from '../store/workRow.ts';

/** All that is booked on one day: what a close is computed from. */
export interface DayBooks {
  readonly day: EventDay;
  readonly rows: readonly BookRow[];
  readonly components: readonly ComponentRow[];
  /** Empty where only families without tenants are asked for. */
  readonly tenants: readonly Omit<TenantRow, 'provider'>[];
  readonly work: readonly WorkRow[];
  readonly labels: Pick<DimensionLabels, 'of' | 'shown' | 'work'>;
}
