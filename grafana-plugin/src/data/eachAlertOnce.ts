import type { FiringAlert } from './firingAlert.ts';

/** One alert may fire for several models of a feature, and by two evaluators; what has a link stands for the others. */
export function eachAlertOnce(alerts: readonly FiringAlert[]): FiringAlert[] {
  const once = new Map<string, FiringAlert>();
  for (const alert of alerts) {
    const { alertname, feature, team, scope, name } = alert.labels;
    const key = JSON.stringify([alertname, feature ?? team, scope, name]);
    const known = once.get(key);
    once.set(key, known?.href === undefined && alert.href !== undefined ? alert : (known ?? alert));
  }
  return [...once.values()];
}
