import { DimensionLabels } from '../books/dimensionLabels.ts';
import { DAY_MS, type EventDay } from '../store/eventDay.ts';
import type { Store } from '../store/store.ts';
import { bookFamilies } from './bookFamilies.ts';
import type { CloseFamily } from './closeFamily.ts';
import { CloseWindow } from './closeWindow.ts';
import { readDayBooks } from './readDayBooks.ts';
import { sampleLine } from './sampleLine.ts';
import { tenantFamilies } from './tenantFamilies.ts';
import { workFamilies } from './workFamilies.ts';

interface Series {
  readonly values: readonly string[];
  readonly points: { readonly day: EventDay; readonly sum: bigint }[];
}

/**
 * All closed days of a range as OpenMetrics text (timestamps in seconds), for `promtool tsdb create-blocks-from`:
 * family by family and series by series, as the format asks and promtool reads fastest. The samples are those
 * `/metrics/closes` showed. Nothing of it depends on a running ledger.
 *
 * @param more families that do not come from the books
 */
export async function* exportOpenMetrics(
  books: Store['books'],
  range: { readonly from: EventDay | undefined; readonly to: EventDay | undefined },
  more: readonly CloseFamily[] = []
): AsyncGenerator<string> {
  const { from = -Infinity, to = Infinity } = range;
  const closed = books
    .days()
    .filter(({ closedMs, day }) => closedMs !== undefined && day <= to)
    .map(({ day }) => day);
  const labels = new DimensionLabels();
  labels.admit(books.dimensions());
  labels.work.admit(books.workSeries());
  // Two passes, so that only one half of the samples is held at a time.
  for (const families of [[...bookFamilies, ...workFamilies, ...more], tenantFamilies]) {
    const series = new Map<CloseFamily, Map<string, Series>>(families.map((family) => [family, new Map()]));
    const window = new CloseWindow(families);
    for (const day of closed.filter((day) => day >= from - CloseWindow.warmUpDays)) {
      const { samples } = window.advance(readDayBooks(books, labels, day, families === tenantFamilies));
      for (const [family, sums] of samples) {
        for (const [key, { values, sum }] of day >= from ? sums.entries() : []) {
          const found = series.get(family)?.get(key);
          if (found) {
            found.points.push({ day, sum });
          } else {
            series.get(family)?.set(key, { values, points: [{ day, sum }] });
          }
        }
      }
      yield '';
    }
    for (const [family, byLabels] of series) {
      yield `# TYPE ${family.name} gauge\n# HELP ${family.name} ${family.help}\n`;
      for (const { values, points } of byLabels.values()) {
        yield points.map(({ day, sum }) => sampleLine(family, values, sum, ((day + 1) * DAY_MS) / 1_000)).join('');
      }
    }
  }
  yield '# EOF\n';
}
