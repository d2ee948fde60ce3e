import { heldFixed, type HeldFixed } from './heldFixed.ts';

/** What none of these levers does: events on one scope are measured in one fit, which must not hold any of their effects. */
export function heldTogether(levers: readonly string[]): HeldFixed {
  const mixer = ['tier_routing', 'batch_shifting'].find((lever) => levers.includes(lever));
  return { price: !levers.includes('contract'), mix: heldFixed(mixer ?? 'other').mix };
}
