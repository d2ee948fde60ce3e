import type { FollowedDecision } from '../../data/review.ts';
import type { AgendaItem } from './agendaItems.ts';

/** The minutes of a review as Markdown. */
export function minutesText(
  week: string,
  present: readonly { readonly role: string; readonly name: string }[],
  items: readonly AgendaItem[],
  decisions: readonly FollowedDecision[],
  notes: string
): string {
  const lines = [
    `# AI cost review, week ${week}`,
    '',
    `Present: ${present.map(({ role, name }) => `${name} (${role})`).join(', ') || 'nobody named'}`,
    '',
    ...items.map(({ title, sentence }) => `- **${title}**: ${sentence}`),
    '',
    '## Decisions',
    '',
    ...(decisions.length === 0
      ? ['None.']
      : decisions.map(
          ({ decision: { state, record } }) =>
            `- [${state === 'closed' ? 'x' : ' '}] ${record.what} · ${record.owner}, due ${record.due}`
        )),
    ...(notes.trim() === '' ? [] : ['', '## Notes', '', notes.trim()]),
  ];
  return `${lines.join('\n')}\n`;
}
