import { locationService } from '@grafana/runtime';
import { useLocation } from 'react-router';

/** The month that is looked at, from the URL; '' is the newest. A change is a step that back undoes. */
export function useMonth(): [string, (month: string) => void] {
  const { search } = useLocation();
  return [
    new URLSearchParams(search).get('month') ?? '',
    (month) => {
      const params = new URLSearchParams(search);
      params.set('month', month);
      locationService.push(`${locationService.getLocation().pathname}?${params.toString()}`);
    },
  ];
}
