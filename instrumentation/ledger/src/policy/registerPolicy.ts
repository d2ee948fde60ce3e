import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Registry } from 'prom-client';
import { registerExactMetric } from '../books/registerExactMetric.ts';
import { usdText } from '../books/usdText.ts';
import type { FoundPolicy } from '../questions/policy.ts';

/** Puts what is not as the owners file says on a registry. */
export function registerPolicy(registry: Registry, current: () => FoundPolicy | undefined): void {
  const findings = () => current()?.findings ?? [];
  registerExactMetric(registry, {
    name: METRIC.policyFinding,
    help: 'Something that is not as the owners file says of models: the cost of the calls it is about, last 28 closed days, USD.',
    type: 'gauge',
    values: () =>
      findings().map(({ rule, feature, requestType, provider, model, nanoUsd }) => ({
        labels: { rule, feature, request_type: requestType, provider, model },
        value: Number(usdText(nanoUsd)),
      })),
  });
  registerExactMetric(registry, {
    name: METRIC.replacementCost,
    help: 'What the calls of a retiring model would have cost on its replacement, last 28 closed days, USD.',
    type: 'gauge',
    values: () =>
      findings().flatMap(({ feature, provider, model, replaced }) =>
        replaced === undefined || replaced.calls === 0
          ? []
          : [
              {
                labels: { feature, provider, model, replacement: replaced.replacement },
                value: Number(usdText(replaced.replacementNanoUsd)),
              },
            ]
      ),
  });
}
