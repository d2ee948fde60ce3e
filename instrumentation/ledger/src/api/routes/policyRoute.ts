import { CATALOGUE } from '@ai-finops/instrumentation/pricing';
import { z } from 'zod';
import type { PolicyFinding } from '../../analysis/policy/policyFinding.ts';
import { isRetirementPast } from '../../analysis/policy/isRetirementPast.ts';
import { POLICY_RULES } from '../../analysis/policy/policyRule.ts';
import { count } from '../../fields/count.ts';
import { nanoUsd } from '../../fields/nanoUsd.ts';
import type { Owners } from '../../ownership/owners.ts';
import { retirements } from '../../policy/retirements.ts';
import type { FoundPolicy } from '../../questions/policy.ts';
import { dayText } from '../../store/dayText.ts';
import { eventDay } from '../../store/eventDay.ts';
import type { Route } from '../route.ts';

const finding = z.object({
  rule: z.enum(POLICY_RULES),
  feature: z.string(),
  requestType: z.string().meta({ description: 'Empty where it is about all of them' }),
  provider: z.string(),
  model: z.string(),
  requests: count('Calls of the period it is about'),
  costNanoUsd: nanoUsd('Of those calls'),
  sentence: z.string(),
  retires: z.string().nullable(),
  isPast: z.boolean().meta({ description: 'The day it retires is over' }),
  since: z.string().nullable().meta({ description: 'The day a model took over' }),
  replacement: z
    .object({
      model: z.string(),
      requests: count('Calls with a price on both sides'),
      costNanoUsd: nanoUsd('What those calls cost'),
      replacementNanoUsd: nanoUsd('What they would have cost on the replacement, at the rates of today'),
      unpricedRequests: count('Calls without a price on one side: in neither sum'),
    })
    .nullable(),
});
const retirement = z.object({
  provider: z.string(),
  model: z.string(),
  retires: z
    .string()
    .nullable()
    .meta({ description: 'By the owners file, else as announced; null: only the catalogue calls it deprecated' }),
  isPast: z.boolean(),
  announced: z
    .object({
      retires: z.string(),
      read: z.string().meta({ description: 'The day somebody read the page' }),
      source: z.string().meta({ description: 'The page' }),
    })
    .nullable(),
  isDeprecated: z.boolean().nullable().meta({ description: 'By the price catalogue; null: it does not know it' }),
});
const answer = z.object({
  from: z.string().nullable(),
  through: z.string().nullable(),
  findings: z.array(finding),
  retirements: z.array(retirement).meta({ description: 'Models in use that go or went; no page was asked for it' }),
  catalogue: z.string().meta({ description: 'Whose word isDeprecated is' }),
});

interface PolicyParts {
  readonly current: () => FoundPolicy | undefined;
  readonly owners: () => Pick<Owners, 'models'>;
  readonly now: () => number;
}

/** What is not as the owners file says of models. */
export function policyRoute({ current, owners, now }: PolicyParts): Route {
  return {
    method: 'GET',
    path: '/api/v1/policy',
    summary: 'Where models are not used as the owners file says, in the last 28 closed days',
    answers: { 200: answer },
    handle() {
      const found = current();
      return {
        body: {
          from: found ? dayText(found.from) : null,
          through: found ? dayText(found.through) : null,
          findings: (found?.findings ?? []).map((one) => shown(one, eventDay(now()))),
          retirements: retirements(found?.models ?? [], owners().models, now()).map((one) => ({
            ...one,
            retires: one.retires ?? null,
            announced: one.announced ?? null,
            isDeprecated: one.isDeprecated ?? null,
          })),
          catalogue: CATALOGUE,
        } satisfies z.infer<typeof answer>,
      };
    },
  };
}

function shown(one: PolicyFinding, today: number): z.infer<typeof finding> {
  const { rule, feature, requestType, provider, model, sentence, retires, since, replaced } = one;
  return {
    ...{ rule, feature, requestType, provider, model, sentence },
    requests: String(one.requests),
    costNanoUsd: String(one.nanoUsd),
    retires: retires ?? null,
    isPast: retires !== undefined && isRetirementPast(retires, today),
    since: since === undefined ? null : dayText(since),
    replacement: replaced
      ? {
          model: replaced.replacement,
          requests: String(replaced.calls),
          costNanoUsd: String(replaced.nanoUsd),
          replacementNanoUsd: String(replaced.replacementNanoUsd),
          unpricedRequests: String(replaced.unpricedCalls),
        }
      : null,
  };
}
