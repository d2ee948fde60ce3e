import { priceCall, splitUsage, type PriceBook } from '@ai-finops/instrumentation/pricing';
import type { HistoricCall } from './historicCall.ts';
import { utcDay } from './utcDay.ts';

/** What the books must hold once calls have been sent. Amounts are nano-USD. */
export class Totals {
  calls = 0;
  nanoUsd = 0n;
  /** Calls with usage but no rate. */
  unpriced = 0;
  /** Calls that may have cost money, with no usage. */
  usageUnknown = 0;
  readonly byDay = new Map<string, bigint>();
  /** Key: day, a space, feature. */
  readonly byDayFeature = new Map<string, bigint>();
  readonly #book: PriceBook;

  constructor(book: PriceBook) {
    this.#book = book;
  }

  /** Adds one call. A refusal or failure without usage costs a known 0; what is unknown or unpriced adds no money. */
  add({ call }: HistoricCall): void {
    this.calls += 1;
    if (call.usageUnknown !== undefined) {
      this.usageUnknown += 1;
    }
    if (call.usage === undefined) {
      return;
    }
    const model = call.responseModel ?? call.requestModel ?? '';
    const card = this.#book.resolve({ provider: call.provider, model, atMs: call.startMs });
    const quantities = splitUsage(call.usage);
    if ('kind' in quantities) {
      throw new Error(`the history made impossible usage: ${JSON.stringify(call.usage)}`);
    }
    const priced = priceCall({ quantities, card, serviceTier: call.serviceTier });
    if (priced.kind === 'unpriced') {
      this.unpriced += 1;
      return;
    }
    const day = utcDay(call.startMs).name;
    const feature = `${day} ${call.attribution.feature}`;
    this.nanoUsd += priced.nanoUsd;
    this.byDay.set(day, (this.byDay.get(day) ?? 0n) + priced.nanoUsd);
    this.byDayFeature.set(feature, (this.byDayFeature.get(feature) ?? 0n) + priced.nanoUsd);
  }
}
