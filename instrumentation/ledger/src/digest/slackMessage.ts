import type { Digest } from './digest.ts';

/** What Slack takes at most in a section. */
const MOST_TEXT = 3_000;

/** The digest as a Slack message in blocks, with its title as what a notification shows. */
export function slackMessage({ title, change, owner, budget, anomalies, notes, review, link }: Digest): object {
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text: text.slice(0, MOST_TEXT) } });
  const found = anomalies.length === 0 ? 'Nothing stood out.' : anomalies.map((one) => `• ${escaped(one)}`).join('\n');
  const button = { type: 'button', text: { type: 'plain_text', text: 'Open' }, url: link };
  return {
    text: escaped(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title.slice(0, 150) } },
      section(`${escaped(change)}\n${escaped(budget)}\n${escaped(owner)}`),
      section(found),
      ...(review === undefined
        ? []
        : [
            section(
              `*${escaped(review.title)}*\n${review.lines.map((line) => `• ${escaped(line.replace(/^- /, ''))}`).join('\n')}`
            ),
          ]),
      ...notes.map((note) => ({ type: 'context', elements: [{ type: 'mrkdwn', text: escaped(note) }] })),
      ...(link === undefined ? [] : [{ type: 'actions', elements: [button] }]),
    ],
  };
}

/** Names come from the wire: none may call a channel or draw a link. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
