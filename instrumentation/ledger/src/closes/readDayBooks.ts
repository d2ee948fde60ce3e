import type { DimensionLabels } from '../books/dimensionLabels.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { Store } from '../store/store.ts';
import type { DayBooks } from './dayBooks.ts';

/** Reads a day for its close; labels that were booked since the last look are admitted first. */
export function readDayBooks(
  books: Store['books'],
  labels: DimensionLabels,
  day: EventDay,
  withTenants = true
): DayBooks {
  const rows = books.onDay(day);
  const components = books.componentsOnDay(day);
  const tenants = withTenants ? books.tenantsOnDay(day) : [];
  const work = books.workOnDay(day);
  labels.admit(books.dimensions(labels.newestId));
  labels.work.admit(books.workSeries(labels.work.newestId));
  return { day, rows, components, tenants, work, labels };
}
