import type { Owners } from './owners.ts';

/** The team of each feature that has one: what a call of the feature that names no team is booked on. */
export function teamsOfFeatures({ features }: Owners): ReadonlyMap<string, string> {
  return new Map([...features].flatMap(([name, { team }]) => (team === undefined ? [] : [[name, team] as const])));
}
