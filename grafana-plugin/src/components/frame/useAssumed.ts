import { locationService } from '@grafana/runtime';
import { useMemo } from 'react';
import { useLocation } from 'react-router';
import type { Assumed } from '../../choice/assumed.ts';
import { readAssumed } from '../../choice/readAssumed.ts';
import { writeAssumed } from '../../choice/writeAssumed.ts';

/** The reader's assumptions and how to change them. A slider's steps are none in the history. */
export function useAssumed(): [Assumed, (change: Partial<Assumed>) => void] {
  const { search } = useLocation();
  const assumed = useMemo(() => readAssumed(search), [search]);
  return [assumed, change];
}

function change(values: Partial<Assumed>): void {
  const { pathname, search } = locationService.getLocation();
  const next = { pathname, search: writeAssumed({ ...readAssumed(search), ...values }, search) };
  if (Object.keys(values).every((name) => name === 'usage')) {
    locationService.replace(next);
  } else {
    locationService.push(next);
  }
}
