import type { FiringAlert } from '../../data/firingAlert.ts';
import type { AttentionItem } from './attentionItems.ts';

/** What nobody has to do anything about at once is not put before the numbers; alert lists show it. */
const SHOWN = ['critical', 'warning'];

/**
 * What fires, the critical first, in the words its owner gets; whom they are about stands before them. `told` are items
 * that stand here with numbers already: a budget alert about the same says less.
 */
export function alertItems(alerts: readonly FiringAlert[], told: readonly AttentionItem[]): AttentionItem[] {
  const isTold = new Set(told.map(({ id }) => id));
  return alerts
    .filter(({ labels: { severity = 'warning' } }) => SHOWN.includes(severity))
    .filter(
      ({ labels: { alertname = '', scope, name } }) =>
        !(alertname.startsWith('AIBudget') && isTold.has(`budget ${scope} ${name}`))
    )
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map(({ labels, summary, href }) => {
      const { alertname = 'alert', severity, feature, team, scope, name, owner } = labels;
      const subject = feature ?? name ?? team ?? 'Alert';
      return {
        id: `alert ${alertname} ${feature ?? team ?? ''} ${scope ?? ''} ${name ?? ''}`,
        isOver: true,
        isUrgent: severity === 'critical',
        subject,
        words: summary?.startsWith(`${subject} `)
          ? summary.slice(subject.length + 1)
          : (summary ?? `${wordsOf(alertname)}${severity ? ` (${severity})` : ''}`),
        owner,
        look: feature ? { filters: [{ label: 'feature' as const, values: [feature] }] } : undefined,
        ...(href !== undefined && { alertHref: href }),
      };
    });
}

const rankOf = ({ labels: { severity = 'warning' } }: FiringAlert) => SHOWN.indexOf(severity);

/** `AIQuotaHardExceeded` as `quota hard exceeded`: Prometheus tells the name of a rule, not its summary. */
function wordsOf(alertname: string): string {
  const words = alertname.replace(/^AI(?=[A-Z])/, '').replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return words.toLowerCase();
}
