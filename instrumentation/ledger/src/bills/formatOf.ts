import { azureFormat } from './azureFormat.ts';
import { BillError } from './billError.ts';
import type { BillFormat } from './billFormat.ts';
import { curFormat } from './curFormat.ts';
import { focusFormat } from './focusFormat.ts';
import { googleFormat } from './googleFormat.ts';
import { looseName } from './looseCells.ts';
import { openRouterFormat } from './openRouterFormat.ts';

const FORMATS = [focusFormat, curFormat, googleFormat, azureFormat, openRouterFormat];

/**
 * The format of a bill by its columns.
 *
 * @throws BillError which names what the nearest format lacks
 */
export function formatOf(columns: readonly string[]): BillFormat {
  const there = new Set(columns.map(looseName));
  const ranked = FORMATS.map((format) => {
    const missing = format.required.filter((spellings) => !spellings.some((name) => there.has(looseName(name))));
    return { format, missing, found: 1 - missing.length / format.required.length };
  }).sort((a, b) => b.found - a.found);
  const [best] = ranked;
  if (best === undefined || best.missing.length > 0) {
    const near = best !== undefined && best.found > 0.5 ? best : undefined;
    const lacks = near?.missing.map((spellings) => spellings.join(' or ')).join(', ');
    const names = FORMATS.map(({ name }) => name).join(', ');
    throw new BillError(
      {},
      near
        ? `it looks like ${near.format.name}, but has no column ${lacks}: export it with these, or give --mapping`
        : `its columns are of no format we know (${names}): give --mapping`
    );
  }
  return best.format;
}
