import { METRIC } from '@ai-finops/instrumentation/contract';
import type { AlertRule } from './alertRule.ts';

/** Whose alerts are wanted: those of one contact; with `isLast` also those that nobody else is told of. */
export interface Told {
  readonly contact: string;
  readonly isLast: boolean;
}

/**
 * PromQL: a rule's query with the labels `owner` and `contact` from the owners file, read as it is when the rule runs.
 * What has no owner keeps its own labels. With `told`, only what that contact is told of.
 */
export function ownedExpr(rule: AlertRule, told?: Told): string {
  const { by, expr, toldTo } = rule;
  if (toldTo === 'ledger') {
    return expr;
  }
  const join = { feature: 'feature', named: 'scope, name', all: '' }[toldTo];
  const owners = (condition: string) => {
    const scope = { feature: 'scope="feature"', named: '', all: 'scope="total"' }[toldTo];
    const info = `${METRIC.ownerInfo}{${[scope, condition].filter(Boolean).join(', ')}}`;
    return toldTo === 'feature' ? `label_replace(${info}, "feature", "$1", "name", "(.+)")` : info;
  };
  const whole = indent(expr);
  const of = (condition: string) => `(\n${whole}\n) * on (${join}) group_left (owner, contact) ${owners(condition)}`;
  const rest = `or on (${by.join(', ')}) (\n${whole}\n)`;
  if (!told) {
    return `${of('')}\n${rest}`;
  }
  if (!told.isLast) {
    return of(`contact="${escaped(told.contact)}"`);
  }
  // Nobody else: those with this contact, those with an owner but no contact, and those without an owner.
  const others = owners(`contact!="", contact!="${escaped(told.contact)}"`);
  return `(\n${indent(`${of('')}\n${rest}`)}\n) unless on (${join}) ${others}`;
}

const indent = (text: string) => text.replace(/^/gm, '  ');

/** Within double quotes of PromQL. Names hold no line breaks. */
const escaped = (text: string) => text.replace(/[\\"]/g, '\\$&');
