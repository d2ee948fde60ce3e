import { locationService } from '@grafana/runtime';
import { useLocation } from 'react-router';
import { readNewEvent } from './newEventHref.ts';

/** What of the page is shown, beside the choice that all pages share; '' is all, or none. */
export interface Shown {
  /** The id of the event whose page it is. */
  readonly event: string;
  readonly lever: string;
  readonly owner: string;
  /** `edit` on an event's page. */
  readonly form: string;
  /** What the form of a new one starts with; undefined: it is not open. */
  readonly new: ReturnType<typeof readNewEvent>;
}

/** What a page may show instead. */
export type ShownChange = Partial<Omit<Shown, 'new'>>;

const NAMES = ['event', 'lever', 'owner', 'form'] as const;

/** From the URL, and a change of it: a step that back undoes. */
export function useShown(): [Shown, (change: ShownChange) => void] {
  const { search } = useLocation();
  const params = new URLSearchParams(search);
  const draft = readNewEvent(search);
  const shown = Object.fromEntries(NAMES.map((name) => [name, params.get(name) ?? ''])) as unknown as Shown;
  // While the form is open, fields of these names are the form's.
  return [
    { ...shown, new: draft, ...(draft && { lever: '', owner: '' }) },
    (values) => locationService.push(shownHref(values)),
  ];
}

/** Where a change leads, everything else as it is. */
export function shownHref(values: ShownChange): string {
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
