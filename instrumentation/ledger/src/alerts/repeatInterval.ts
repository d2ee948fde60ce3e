import type { AlertRule } from './alertRule.ts';

/**
 * After how long an alert that goes on is told again. What is for information is no emergency tomorrow either: once a week.
 * An Alertmanager forgets whom it told after five days where nobody says otherwise, and would tell again then.
 */
export const repeatInterval = (severity: AlertRule['severity']): string => (severity === 'info' ? '7d' : '1d');
