import type { Digest } from './digest.ts';

/** The digest as an Adaptive Card, as a Teams workflow's webhook takes it. */
export function teamsMessage({ title, change, owner, budget, anomalies, notes, review, link }: Digest): object {
  const block = (text: string, more: object = {}) => ({ type: 'TextBlock', text: escaped(text), wrap: true, ...more });
  const found = anomalies.length === 0 ? ['Nothing stood out.'] : anomalies;
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            block(title, { size: 'Large', weight: 'Bolder' }),
            block(change),
            block(budget),
            block(owner, { isSubtle: true }),
            ...found.map((one) => block(one, { separator: true })),
            ...(review === undefined
              ? []
              : [
                  block(review.title, { weight: 'Bolder', separator: true }),
                  ...review.lines.map((line) => block(line.replace(/^- /, ''))),
                ]),
            ...notes.map((note) => block(note, { isSubtle: true })),
          ],
          actions: link === undefined ? [] : [{ type: 'Action.OpenUrl', title: 'Open', url: link }],
        },
      },
    ],
  };
}

/** A card reads Markdown: names from the wire must not become links or emphasis. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]]/g, '\\$&');
}
