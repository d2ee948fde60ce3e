import type { AgendaFacts } from '../analysis/review/agendaItems.ts';
import type { FollowedDecision } from './followedDecisions.ts';

/** The open ones of a review's decisions as its agenda tells of them, in their order. */
export function agendaDecisions(followed: readonly FollowedDecision[]): AgendaFacts['decisions'] {
  return followed
    .filter(({ entry }) => entry.state === 'open')
    .map(({ entry: { content }, overdueDays }) => ({
      what: String(content['what']),
      owner: String(content['owner']),
      due: String(content['due']),
      overdueDays,
    }));
}
