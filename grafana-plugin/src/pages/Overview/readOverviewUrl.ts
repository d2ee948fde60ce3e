import { DIMENSIONS, type Dimension } from '../../queries/dimension.ts';

/** What a reader chose; all of it lives in the URL. */
export interface OverviewChoice {
  /** undefined: nothing chosen, so production where there is one. '': every environment. */
  readonly environment: string | undefined;
  readonly days: 30 | 90;
  readonly by: Dimension;
  readonly sort: string;
}

/** Reads the choice from the query string; what it can't make sense of is as if it were not there. */
export function readOverviewUrl(search: string): OverviewChoice {
  const params = new URLSearchParams(search);
  return {
    environment: params.get('environment') ?? undefined,
    days: params.get('days') === '90' ? 90 : 30,
    by: DIMENSIONS.find((dimension) => dimension === params.get('by')) ?? 'feature',
    sort: params.get('sort') ?? '-cost',
  };
}
