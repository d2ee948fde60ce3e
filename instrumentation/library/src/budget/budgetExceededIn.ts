import { BudgetExceededError } from './budgetExceededError.ts';
import { refusedHeaders } from './refusedHeaders.ts';

const MAX_CAUSES = 10;

/** The BudgetExceededError that an SDK's error stands for, or has as a cause; undefined where it is about something else. */
export function budgetExceededIn(error: unknown): BudgetExceededError | undefined {
  let current = error;
  for (let depth = 0; depth < MAX_CAUSES && typeof current === 'object' && current !== null; depth += 1) {
    if (current instanceof BudgetExceededError) {
      return current;
    }
    const headers: unknown = 'headers' in current ? current.headers : undefined;
    const refusal = typeof headers === 'object' && headers !== null ? refusedHeaders.get(headers) : undefined;
    if (refusal !== undefined) {
      return refusal;
    }
    current = 'cause' in current ? current.cause : undefined;
  }
  return undefined;
}
