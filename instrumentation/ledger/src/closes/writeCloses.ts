import { gzipSync } from 'node:zlib';
import { DimensionLabels } from '../books/dimensionLabels.ts';
import { LABEL_CAPS } from '../books/labelCaps.ts';
import type { Books } from '../store/books.ts';
import { bookFamilies } from './bookFamilies.ts';
import type { CloseFamily } from './closeFamily.ts';
import type { ClosesRequest, GivenFamily } from './closesRequest.ts';
import { CloseWindow, type DailyClose } from './closeWindow.ts';
import { readDayBooks } from './readDayBooks.ts';
import { renderCloses } from './renderCloses.ts';
import { tenantFamilies } from './tenantFamilies.ts';
import { topTenants } from './topTenants.ts';
import { workFamilies } from './workFamilies.ts';
import type { WrittenCloses } from './writtenCloses.ts';

/** Computes and writes closes from the books. It takes as long as there are series: a thread's work. */
export function writeCloses(
  books: Omit<Books, 'close' | 'countedMonths'>,
  { days, shown, given }: ClosesRequest,
  labels = new DimensionLabels()
): WrittenCloses {
  const window = new CloseWindow([...bookFamilies, ...workFamilies, ...tenantFamilies, ...given.map(familyOf)]);
  const closes: DailyClose[] = [];
  let foldedTenants = 0;
  for (const [index, { day }] of days.entries()) {
    const dayBooks = readDayBooks(books, labels, day);
    const close = window.advance(dayBooks);
    if (index >= days.length - shown) {
      closes.push(close);
      foldedTenants = Math.max(0, topTenants(dayBooks, Infinity).size - LABEL_CAPS.tenants);
    }
  }
  return { gzip: new Uint8Array(gzipSync(renderCloses(closes), { level: 1 })), foldedTenants };
}

function familyOf({ days, ...family }: GivenFamily): CloseFamily {
  return {
    ...family,
    collect({ day }, add) {
      days.get(day)?.forEach(([values, amount]) => add(values, amount));
    },
  };
}
