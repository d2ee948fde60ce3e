import { isDeprecated } from '@ai-finops/instrumentation/pricing';
import { isRetirementPast } from '../analysis/policy/isRetirementPast.ts';
import type { NamedModel } from '../analysis/policy/policyTerms.ts';
import type { ModelTerms } from '../ownership/modelTerms.ts';
import { eventDay } from '../store/eventDay.ts';

/** What is known of the end of a model in use, and from where. */
interface Retirement extends NamedModel {
  /** The UTC day that counts: the owners file's, else the announced one; undefined: the catalogue alone calls it deprecated. */
  readonly retires: string | undefined;
  /** Whether the day is over. */
  readonly isPast: boolean;
  /** What its provider announced, with the day it was read and the page; undefined where nothing was read. */
  readonly announced: ModelTerms['announced'];
  /** Whether the price catalogue calls it deprecated; undefined where it does not know the model. */
  readonly isDeprecated: boolean | undefined;
}

/** Models in use that go, went, or are called deprecated; the first to go first. */
export function retirements(used: readonly NamedModel[], terms: readonly ModelTerms[], nowMs: number): Retirement[] {
  const today = eventDay(nowMs);
  return used
    .map(({ provider, model }): Retirement => {
      const own = terms.find((one) => one.provider === provider && one.model === model);
      return {
        ...{ provider, model, retires: own?.retires, announced: own?.announced },
        isPast: own?.retires !== undefined && isRetirementPast(own.retires, today),
        isDeprecated: isDeprecated(provider, model, nowMs),
      };
    })
    .filter((one) => one.retires !== undefined || one.isDeprecated === true)
    .sort((a, b) => ((a.retires ?? '9') < (b.retires ?? '9') ? -1 : 1));
}
