import { locationService } from '@grafana/runtime';
import { useLocation } from 'react-router';

/** What of the page is shown, beside the choice that all pages share; '' is all, or none. */
export interface Shown {
  /** The id of the event whose page it is. */
  readonly event: string;
  readonly lever: string;
  readonly owner: string;
  /** `new`, or `edit` on an event's page. */
  readonly form: string;
}

const NAMES = ['event', 'lever', 'owner', 'form'] as const;

/** From the URL, and a change of it: a step that back undoes. */
export function useShown(): [Shown, (change: Partial<Shown>) => void] {
  const params = new URLSearchParams(useLocation().search);
  const shown = Object.fromEntries(NAMES.map((name) => [name, params.get(name) ?? ''])) as unknown as Shown;
  return [shown, (values) => locationService.push(shownHref(values))];
}

/** Where a change leads, everything else as it is. */
export function shownHref(values: Partial<Shown>): string {
  const { pathname, search } = locationService.getLocation();
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') {
      params.delete(name);
    } else {
      params.set(name, value);
    }
  }
  const text = params.toString();
  return `${pathname}${text && `?${text}`}`;
}
