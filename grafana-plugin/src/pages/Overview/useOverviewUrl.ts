import { locationService } from '@grafana/runtime';
import { useMemo } from 'react';
import { useLocation } from 'react-router';
import { type OverviewChoice, readOverviewUrl } from './readOverviewUrl.ts';

/** The reader's choice and how to change it. A change is a step in the history, so that back undoes it. */
export function useOverviewUrl(): [OverviewChoice, (change: Partial<OverviewChoice>) => void] {
  const { search } = useLocation();
  const choice = useMemo(() => readOverviewUrl(search), [search]);
  return [choice, change];
}

const change = (values: Partial<OverviewChoice>) => locationService.partial(values);
