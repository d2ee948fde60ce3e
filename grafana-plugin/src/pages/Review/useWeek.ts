import { locationService } from '@grafana/runtime';
import { useLocation } from 'react-router';

/** The week that is reviewed, from the URL; '' is the last whole one. */
export function useWeek(): [string, (week: string) => void] {
  const { search } = useLocation();
  return [
    new URLSearchParams(search).get('week') ?? '',
    (week) => {
      const params = new URLSearchParams(search);
      params.set('week', week);
      locationService.push(`${locationService.getLocation().pathname}?${params.toString()}`);
    },
  ];
}
