import { locationService } from '@grafana/runtime';
import { useLocation } from 'react-router';

/** One choice of a page's own, from the URL; '' where nothing is chosen. A change is a step that back undoes. */
export function useUrlText(name: string): [string, (value: string) => void] {
  const { search } = useLocation();
  return [
    new URLSearchParams(search).get(name) ?? '',
    (value) => {
      const params = new URLSearchParams(search);
      params.set(name, value);
      locationService.push(`${locationService.getLocation().pathname}?${params.toString()}`);
    },
  ];
}
