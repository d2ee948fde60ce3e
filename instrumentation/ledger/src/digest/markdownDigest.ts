import type { Digest } from './digest.ts';

/** The digest as Markdown that also reads well as plain text. */
export function markdownDigest({ title, change, owner, budget, anomalies, notes, review, link }: Digest): string {
  const found = anomalies.length === 0 ? ['Nothing stood out.'] : anomalies.map((sentence) => `- ${sentence}`);
  return [
    `**${title}**`,
    `${change} ${owner}`,
    budget,
    found.join('\n'),
    ...notes,
    ...(review === undefined ? [] : [[`**${review.title}**`, ...review.lines.map(asItem)].join('\n')]),
    ...(link === undefined ? [] : [`Open: ${link}`]),
  ].join('\n\n');
}

/** Minutes are lists already. */
function asItem(line: string): string {
  return /^(- |#)/.test(line) ? line : `- ${line}`;
}
