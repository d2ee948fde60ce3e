import { context, diag, metrics, trace } from '@opentelemetry/api';
import { attributionStorage } from '../attribution/index.ts';
import { BUDGET_SIGNAL, UNALLOCATED } from '../contract/index.ts';
import type { BudgetExceededError } from './budgetExceededError.ts';

/** Makes a refusal visible: a counter to alert on, an event on the active span, and whoever asked. Never throws. */
export function notifyRefusal(
  error: BudgetExceededError,
  listeners: readonly ((error: BudgetExceededError) => void)[]
): void {
  try {
    const { feature = UNALLOCATED, team = UNALLOCATED } = attributionStorage.getStore() ?? {};
    const { reason, ceiling, spent, reserved } = error;
    metrics.getMeter('ai-finops').createCounter(BUDGET_SIGNAL.refusals).add(1, { reason, feature, team });
    const span = trace.getSpan(context.active());
    span?.addEvent(BUDGET_SIGNAL.event, {
      [BUDGET_SIGNAL.reason]: reason,
      [BUDGET_SIGNAL.ceilingNanoUsd]: Number(ceiling),
      [BUDGET_SIGNAL.spentNanoUsd]: Number(spent),
      [BUDGET_SIGNAL.reservedNanoUsd]: Number(reserved),
    });
    span?.setAttribute(BUDGET_SIGNAL.reason, reason);
    diag.warn(`ai-finops: ${error.message}`);
  } catch (failure) {
    diag.error('ai-finops: a refusal could not be reported', failure);
  }
  for (const listener of listeners) {
    try {
      listener(error);
    } catch (failure) {
      diag.error('ai-finops: onExceeded failed', failure);
    }
  }
}
