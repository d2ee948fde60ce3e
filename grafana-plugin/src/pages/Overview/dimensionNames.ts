import type { Dimension } from '../../queries/dimension.ts';

/** What a dimension is called on the page. */
export const dimensionNames: Readonly<Record<Dimension, string>> = {
  feature: 'Feature',
  team: 'Team',
  request_type: 'Request type',
};
