import type { Choice } from '../../choice/choice.ts';
import { writeChoice } from '../../choice/writeChoice.ts';
import { APP_ID } from '../../data/appId.ts';

type Page = 'overview' | 'attribution' | 'feature' | 'tenant' | 'requests' | 'optimizations' | 'forecast';

/**
 * The address of a page with this choice, as links hold it.
 *
 * @param more the page's own parameters
 */
export function pageHref(page: Page, choice: Choice, more = ''): string {
  const search = writeChoice(choice, more);
  return `/a/${APP_ID}/${page}${search && `?${search}`}`;
}
