import type { Charge } from './charge.ts';

/** A provider's charges, each with its corrections. */
export class ChargeBook {
  #versions: Charge[] = [];

  /** One with the id of an earlier one takes its place from its `knownMs` on. */
  add(...charges: readonly Charge[]): void {
    this.#versions.push(...charges);
  }

  /** What the API of a provider tells of a time, as of a moment; earliest day first. */
  told(provider: Charge['provider'], fromMs: number, toMs: number, nowMs: number): Charge[] {
    const newest = new Map<string, Charge>();
    for (const charge of this.#versions) {
      const found = newest.get(charge.id);
      if (charge.knownMs <= nowMs && (found === undefined || found.knownMs <= charge.knownMs)) {
        newest.set(charge.id, charge);
      }
    }
    const isAsked = ({ day, provider: whose }: Charge) =>
      whose === provider && Date.parse(day) >= fromMs && Date.parse(day) < toMs;
    return [...newest.values()].filter(isAsked).sort((a, b) => (a.day < b.day ? -1 : 1));
  }
}
