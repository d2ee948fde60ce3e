import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { EventEntry } from '../../data/lever.ts';
import { mayEdit } from '../../data/mayEdit.ts';
import type { FollowedDecision } from '../../data/review.ts';
import { AddDecision } from './AddDecision.tsx';
import { Decision } from './Decision.tsx';

interface Props {
  readonly week: string;
  readonly decisions: readonly FollowedDecision[];
  /** Recorded optimizations: a decision may have become one. */
  readonly events: readonly EventEntry[];
  readonly onChanged: () => void;
}

/** What was decided, what became of it; more to decide. */
export function Decisions({ week, decisions, events, onChanged }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section id="decisions" className={styles} data-testid="decisions">
      <h2>Decisions</h2>
      {decisions.length === 0 && <p>None is open.</p>}
      <ul>
        {decisions.map((one) => (
          <Decision key={one.decision.id} followed={one} events={events} onChanged={onChanged} />
        ))}
      </ul>
      {mayEdit() ? (
        <AddDecision key={week} week={week} onAdded={onChanged} />
      ) : (
        <p>An Editor can record decisions here.</p>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    ul: { margin: theme.spacing(0, 0, 3), padding: 0, listStyle: 'none' },
    li: { padding: theme.spacing(1.5, 0), borderBottom: `1px solid ${theme.colors.border.weak}` },
  });
