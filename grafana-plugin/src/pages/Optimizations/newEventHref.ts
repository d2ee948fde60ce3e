import { locationService } from '@grafana/runtime';
import { leverNames } from '../../data/leverNames.ts';
import type { EventDraft } from './eventDraft.ts';
import { DRAFT_FIELDS } from './formFields.ts';

/** Opens the form; beside it each field of the form may stand by its name. */
const NEW = 'new';
/** The annotation that becomes the mirror of the new record. */
const ADOPT = 'adopt';

/**
 * The form of a new optimization that starts with `draft`, everything else of the page as it is.
 *
 * @param adopt the id of an annotation made by hand that becomes its mirror
 */
export function newEventHref(draft: EventDraft, adopt?: number): string {
  const params = closedForm();
  params.set(NEW, '1');
  if (adopt !== undefined) {
    params.set(ADOPT, String(adopt));
  }
  for (const name of DRAFT_FIELDS) {
    if (draft[name]) {
      params.set(name, draft[name]);
    }
  }
  return hrefOf(params);
}

/** The page without the form. */
export const closedFormHref = (): string => hrefOf(closedForm());

/** What a link opens the form with, `?new=1&lever=prompt_caching&feature=search`; undefined: it opens none. */
export function readNewEvent(search: string): { draft: EventDraft; adopt: number | undefined } | undefined {
  const params = new URLSearchParams(search);
  if (params.get(NEW) !== '1') {
    return undefined;
  }
  const given = DRAFT_FIELDS.flatMap((name) => {
    const value = params.get(name);
    const isLever = name !== 'lever' || Object.hasOwn(leverNames, value ?? '');
    return value === null || !isLever ? [] : [[name, value]];
  });
  const adopt = params.get(ADOPT);
  return { draft: Object.fromEntries(given) as EventDraft, adopt: adopt === null ? undefined : Number(adopt) };
}

/** Without the form and what the log is narrowed to, which has some of the form's names. The environment is the page's. */
function closedForm(): URLSearchParams {
  const params = new URLSearchParams(locationService.getLocation().search);
  const own = [NEW, ADOPT, 'event', 'form', ...DRAFT_FIELDS.filter((name) => name !== 'environment')];
  own.forEach((name) => params.delete(name));
  return params;
}

function hrefOf(params: URLSearchParams): string {
  const text = params.toString();
  return `${locationService.getLocation().pathname}${text && `?${text}`}`;
}
