import { METRIC } from '@ai-finops/instrumentation/contract';
import { Gauge, type Registry } from 'prom-client';
import type { MonthUsers } from '../questions/monthUsers.ts';
import { registerExactMetric } from './registerExactMetric.ts';

/**
 * Puts the people calls of the current month say they are for on a registry, under the names that the month's cost has.
 *
 * @param current as of the newest look; undefined before it, and where it is of a month that is over
 * @param totalName what the budget for all of it is named
 */
export function registerMonthUsers(
  registry: Registry,
  current: () => MonthUsers | undefined,
  totalName: () => string
): void {
  registerExactMetric(registry, {
    name: METRIC.monthActiveUsers,
    help: 'People that calls of the current calendar month (UTC) so far say they are for, each counted once.',
    type: 'gauge',
    values: () => {
      const { features = [], total } = current() ?? {};
      return [
        ...(total === undefined ? [] : [{ labels: { scope: 'total', name: totalName() }, value: Number(total) }]),
        ...features.map(({ feature, users }) => ({
          labels: { scope: 'feature', name: feature },
          value: Number(users),
        })),
      ];
    },
  });
  new Gauge({
    name: 'ai_finops_ledger_capped_user_calls',
    help: 'Calls of the current calendar month (UTC) for people the month has no room for: active users are at least so many.',
    registers: [registry],
    collect() {
      this.set(Number(current()?.uncountedCalls ?? 0n));
    },
  });
}
