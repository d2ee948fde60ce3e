import type { Call } from '../../data/call.ts';

/** What is known of a call beside its price, by name; what nobody said is left out. */
export function callFacts(call: Call): (readonly [string, string])[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Feature', call.feature],
    ['Team', call.team],
    ['Tenant', call.tenant],
    ['Request type', call.requestType],
    ['Provider', call.provider],
    ['Account', call.account],
    ['Service tier', call.serviceTier],
    ['Environment', call.environment],
    ['Request path', call.requestPath],
    ['Agent task', call.task],
    ['Attempt', call.attempt === 1 ? 'the first' : `${call.attempt}: the same call was tried before`],
    ['Took', `${(call.durationMs / 1_000).toFixed(2)} s`],
    ['Status', call.errorType === null ? call.status : `${call.status}, ${call.errorType}`],
    ['Answer ended', call.stopReason],
    ['Usage', call.isPartial ? 'cut off before its last numbers: the quantities are too low' : null],
    ['Booked', call.bookedOn === null ? null : `late, as an adjustment on ${call.bookedOn}`],
    ['Span', call.spanId],
  ];
  return facts.flatMap(([name, text]) => (text === null || text === '' ? [] : [[name, text] as const]));
}
