import type { ALERT_RULES } from './alertRules.ts';
import { ownedExpr } from './ownedExpr.ts';

/**
 * A group of rules as Prometheus reads it.
 *
 * @param appUrl where people open the app, without a slash at its end
 */
export function prometheusRules({ group, interval, rules }: (typeof ALERT_RULES)[number], appUrl: string): object {
  return {
    groups: [
      {
        name: group,
        interval,
        rules: rules.map((rule) => ({
          alert: rule.name,
          expr: ownedExpr(rule),
          ...(rule.for && { for: rule.for }),
          labels: { severity: rule.severity },
          annotations: {
            summary: rule.summary,
            description: rule.description,
            ...(rule.page && { link: appUrl + rule.page }),
          },
        })),
      },
    ],
  };
}
