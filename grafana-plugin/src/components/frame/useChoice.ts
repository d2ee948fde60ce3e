import { locationService } from '@grafana/runtime';
import { useMemo } from 'react';
import { useLocation } from 'react-router';
import type { Choice } from '../../choice/choice.ts';
import { readChoice } from '../../choice/readChoice.ts';
import { writeChoice } from '../../choice/writeChoice.ts';

/**
 * The reader's choice and how to change it. A change is a step in the history, so that back undoes it; typing in a
 * filter box is none.
 */
export function useChoice(): [Choice, (change: Partial<Choice>) => void] {
  const { search } = useLocation();
  const choice = useMemo(() => readChoice(search), [search]);
  return [choice, change];
}

function change(values: Partial<Choice>): void {
  const { pathname, search } = locationService.getLocation();
  const next = { pathname, search: writeChoice({ ...readChoice(search), ...values }, search) };
  if (Object.keys(values).every((name) => name === 'find')) {
    locationService.replace(next);
  } else {
    locationService.push(next);
  }
}
