import { ATTRIBUTE, UNALLOCATED } from '@ai-finops/instrumentation/contract';
import type { Label } from './label.ts';
import { promString } from './promString.ts';
import type { Scope } from './scope.ts';

/** Where a span says what a label says. A team may come from the owners file, which no span knows. */
const ATTRIBUTES: Readonly<Partial<Record<Label, string>>> = {
  feature: `span.${ATTRIBUTE.feature}`,
  tenant: `span.${ATTRIBUTE.tenant}`,
  request_type: `span.${ATTRIBUTE.requestType}`,
  provider: `span.${ATTRIBUTE.provider}`,
  model: `span.${ATTRIBUTE.requestModel}`,
  environment: `resource.${ATTRIBUTE.environment}`,
};

/**
 * The filter as TraceQL: spans of AI calls. `left` names the labels that spans do not know, so that the query finds more.
 *
 * @example traceQuery({ filters: [{ label: 'feature', values: ['a', 'b'] }] }, undefined).expr
 * // => '{ (span.ai_finops.feature="a" || span.ai_finops.feature="b") && span.gen_ai.provider.name!=nil }'
 */
export function traceQuery(
  { environment, filters = [] }: Scope,
  task: string | undefined
): { expr: string; left: Label[] } {
  const wanted: readonly { readonly label: Label; readonly values: readonly string[] }[] = [
    ...filters,
    ...(environment === undefined ? [] : [{ label: 'environment' as const, values: [environment] }]),
  ];
  const conditions = wanted.flatMap(({ label, values }) => {
    const attribute = ATTRIBUTES[label];
    return attribute === undefined ? [] : [anyOf(attribute, values)];
  });
  return {
    expr: `{ ${[
      ...conditions,
      ...(task === undefined ? [] : [anyOf(`span.${ATTRIBUTE.task}`, [task])]),
      `span.${ATTRIBUTE.provider}!=nil`,
    ].join(' && ')} }`,
    left: wanted.filter(({ label }) => ATTRIBUTES[label] === undefined).map(({ label }) => label),
  };
}

function anyOf(attribute: string, values: readonly string[]): string {
  const each = values.map((value) =>
    // What is unallocated named nothing. Strings are escaped as in PromQL: both are Go's.
    value === UNALLOCATED ? `${attribute}=nil` : `${attribute}=${promString(value)}`
  );
  return each.length === 1 ? (each[0] ?? '') : `(${each.join(' || ')})`;
}
