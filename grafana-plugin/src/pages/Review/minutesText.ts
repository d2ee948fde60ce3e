import type { AgendaItem, FollowedDecision } from '../../data/review.ts';

const NOTES = '## Notes';

/** The minutes of a review as Markdown. */
export function minutesText(
  week: string,
  present: readonly { readonly role: string; readonly name: string }[],
  agenda: readonly AgendaItem[],
  decisions: readonly FollowedDecision[],
  notes: string
): string {
  const lines = [
    `# AI cost review, week ${week}`,
    '',
    `Present: ${present.map(({ role, name }) => `${name} (${role})`).join(', ') || 'nobody named'}`,
    '',
    ...agenda.map(({ title, sentences }) => `- **${title}**: ${sentences.join(' ')}`),
    '',
    '## Decisions',
    '',
    ...(decisions.length === 0 ? ['None.'] : decisions.map(decisionLine)),
    ...(notes.trim() === '' ? [] : ['', NOTES, '', notes.trim()]),
  ];
  return `${lines.join('\n')}\n`;
}

function decisionLine({ decision: { state, record, note } }: FollowedDecision): string {
  const words = `${record.what} · ${record.owner}, due ${record.due}`;
  return state === 'withdrawn'
    ? `- ~~${words}~~ dropped${note === undefined ? '' : `: ${note}`}`
    : `- [${state === 'closed' ? 'x' : ' '}] ${words}`;
}
