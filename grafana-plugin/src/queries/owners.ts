import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Label } from './label.ts';
import { selector } from './selector.ts';

/**
 * Who answers for what? `total` is all of it, its `name` the team; the others by their own names. The owners file has no
 * dates and no environments: asked for now.
 */
export const owners = (scope: 'total' | Label): string =>
  `group by (name, owner) (${selector(METRIC.ownerInfo, { scope })})`;
