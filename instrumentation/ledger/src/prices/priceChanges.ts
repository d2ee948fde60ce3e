import type { PriceBook, RateCard } from '@ai-finops/instrumentation/pricing';
import { setImmediate } from 'node:timers/promises';
import { DAY_MS, type EventDay } from '../store/eventDay.ts';
import { explainPrice } from './explainPrice.ts';

/** A day on which a model began to cost something else. Rates are exact decimal text, USD a million units. */
export interface PriceChange {
  readonly day: EventDay;
  readonly provider: string;
  readonly model: string;
  /** `list`: the provider's list changed; `contract`: only what is agreed on did. */
  readonly kind: 'list' | 'contract';
  readonly components: readonly { readonly component: string; readonly before: string; readonly now: string }[];
}

interface Rate {
  readonly list: string;
  readonly paid: string;
}

/** The hour that cards are compared at: rates may depend on the time of day. */
const NOON_MS = DAY_MS / 2;

/**
 * The days from `from` to `to` on which a rate of a model differs from the day before, by the cards in force: standard
 * service, below the first step of long context. A component that gains or loses its rate is no change. Takes up to
 * 0.1 ms for each model and day, so it lets others go first between two models.
 */
export async function priceChanges(
  book: PriceBook,
  models: readonly { readonly provider: string; readonly model: string }[],
  { from, to }: { readonly from: EventDay; readonly to: EventDay }
): Promise<PriceChange[]> {
  const changes: PriceChange[] = [];
  for (const { provider, model } of models) {
    const cardOf = (day: EventDay) => book.resolve({ provider, model, atMs: day * DAY_MS + NOON_MS });
    let before = cardOf(from - 1);
    for (let day = from; day <= to; day += 1) {
      const now = cardOf(day);
      if (now.kind === 'card' && before.kind === 'card' && textOf(now) !== textOf(before)) {
        changes.push(
          ...changesOf(ratesOf(before), ratesOf(now)).map((change) => ({ day, provider, model, ...change }))
        );
      }
      before = now;
    }
    await setImmediate();
  }
  return changes.sort((a, b) => a.day - b.day);
}

/** Its id holds the contracts in force. */
function textOf({ id, steps }: RateCard): string {
  return `${id} ${Object.entries(steps[0]?.list ?? {}).join()}`;
}

function ratesOf(card: RateCard): ReadonlyMap<string, Rate> {
  const quantities = Object.fromEntries(Object.keys(card.steps[0]?.list ?? {}).map((component) => [component, 1]));
  const explained = explainPrice({ quantities, card, serviceTier: undefined });
  return new Map(
    'kind' in explained
      ? []
      : explained.components.map((one) => [one.component, { list: one.listPerMillion, paid: one.paidPerMillion }])
  );
}

function changesOf(
  before: ReadonlyMap<string, Rate>,
  now: ReadonlyMap<string, Rate>
): Pick<PriceChange, 'kind' | 'components'>[] {
  const differing = (of: keyof Rate) =>
    [...now].flatMap(([component, rate]) => {
      const earlier = before.get(component);
      return earlier === undefined || earlier[of] === rate[of]
        ? []
        : [{ component, before: earlier[of], now: rate[of] }];
    });
  const [list, paid] = [differing('list'), differing('paid')];
  const agreed = paid.filter(({ component }) => list.every((one) => one.component !== component));
  return [
    ...(list.length > 0 ? [{ kind: 'list' as const, components: list }] : []),
    ...(agreed.length > 0 ? [{ kind: 'contract' as const, components: agreed }] : []),
  ];
}
