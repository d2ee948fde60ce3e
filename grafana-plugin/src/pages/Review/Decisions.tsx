import React from 'react';
import type { EventEntry } from '../../data/lever.ts';
import { mayEdit } from '../../data/mayEdit.ts';
import type { FollowedDecision } from '../../data/review.ts';
import { AddDecision } from './AddDecision.tsx';
import { Decision } from './Decision.tsx';

interface Props {
  readonly decisions: readonly FollowedDecision[];
  /** Recorded optimizations: a decision may have become one. */
  readonly events: readonly EventEntry[];
  readonly onChanged: () => void;
}

/** What was decided, what became of it; more to decide. */
export function Decisions({ decisions, events, onChanged }: Props) {
  return (
    <section id="decisions" data-testid="decisions">
      <h2>Decisions</h2>
      {decisions.length === 0 && <p>None is open.</p>}
      <ul>
        {decisions.map((one) => (
          <Decision key={one.decision.id} followed={one} events={events} onChanged={onChanged} />
        ))}
      </ul>
      {mayEdit() ? <AddDecision onAdded={onChanged} /> : <p>An Editor can record decisions here.</p>}
    </section>
  );
}
