import { loadOpenDay } from '../../data/loadOpenDay.ts';
import type { OpenDay } from '../../data/openDay.ts';
import type { PromSource } from '../../data/promSource.ts';
import { type Loaded, useLoaded } from '../../data/useLoaded.ts';
import type { Label } from '../../queries/label.ts';
import type { Scope } from '../../queries/scope.ts';

const EVERY_MS = 10_000;

/** Today so far, again every ten seconds while one looks. */
export const useOpenDay = (source: PromSource, scope: Scope, by: Label): Loaded<OpenDay> =>
  useLoaded(
    JSON.stringify([source.uid, scope, by]),
    (signal) => loadOpenDay(source, scope, by, Date.now(), signal),
    EVERY_MS
  );
