import type { DayBooks } from './dayBooks.ts';
import type { FamilyBeside } from './closeFamily.ts';
import type { GivenFamily } from './closesRequest.ts';
import type { EventDay } from '../store/eventDay.ts';

/** What a family says of some days, as data. */
export function givenFamily(
  { name, help, unit, labels: names, ...family }: FamilyBeside,
  days: readonly EventDay[],
  labels: DayBooks['labels']
): GivenFamily {
  const said = days.map((day) => {
    const amounts: [readonly string[], bigint][] = [];
    family.collect({ day, labels }, (values, amount) => amounts.push([values, amount]));
    return [day, amounts] as const;
  });
  return { name, help, unit, labels: names, days: new Map(said) };
}
