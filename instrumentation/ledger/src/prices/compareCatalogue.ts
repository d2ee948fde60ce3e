import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { ListedRate } from './listedRate.ts';
import { decimalText } from './decimalText.ts';

/** One rate on which two catalogues differ; USD per million tokens as exact text. */
interface Disagreement {
  readonly provider: string;
  readonly model: string;
  /** With the input size it holds above: `input >200000`. */
  readonly component: string;
  readonly ours: string;
  readonly theirs: string;
  /** Theirs to ours, four digits. */
  readonly ratio: string;
}

export interface Comparison {
  readonly disagreements: readonly Disagreement[];
  readonly rates: number;
  readonly models: number;
  /** Models of providers we know that our catalogue does not have. */
  readonly unknownModels: number;
  /** Rates of models we know for which we have none. */
  readonly unknownRates: number;
}

/** Compares our list rates in force at a time with another catalogue's, rate by rate, exactly. */
export function compareCatalogue(listed: readonly ListedRate[], book: PriceBook, atMs: number): Comparison {
  const disagreements: Disagreement[] = [];
  const models = new Set<string>();
  const unknownModels = new Set<string>();
  let rates = 0;
  let unknownRates = 0;
  for (const { provider, model, component, above, rate } of listed) {
    const card = book.resolve({ provider, model, atMs });
    if (card.kind === 'unpriced') {
      unknownModels.add(`${provider}/${model}`);
      continue;
    }
    models.add(`${provider}/${model}`);
    const ours = card.steps.findLast((step) => above + 1 > step.above)?.list[component];
    if (ours === undefined) {
      unknownRates += 1;
      continue;
    }
    rates += 1;
    if (ours !== rate) {
      disagreements.push({
        provider,
        model,
        component: above < 0 ? component : `${component} >${above}`,
        ours: decimalText(ours, 12),
        theirs: decimalText(rate, 12),
        ratio: ours === 0n ? 'infinite' : String(Number((Number(rate) / Number(ours)).toPrecision(4))),
      });
    }
  }
  return { disagreements, rates, models: models.size, unknownModels: unknownModels.size, unknownRates };
}
