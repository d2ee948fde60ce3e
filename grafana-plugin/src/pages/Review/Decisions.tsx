import { Alert, Button, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { changeRecord } from '../../data/changeRecord.ts';
import { mayEdit } from '../../data/mayEdit.ts';
import type { FollowedDecision } from '../../data/review.ts';
import { AddDecision } from './AddDecision.tsx';
import { DropDecision } from './DropDecision.tsx';

interface Props {
  readonly decisions: readonly FollowedDecision[];
  readonly onChanged: () => void;
}

/** What was decided, what became of it; more to decide. */
export function Decisions({ decisions, onChanged }: Props) {
  const [words, setWords] = useState<string>();
  const [dropping, setDropping] = useState<string>();
  const change = async (one: FollowedDecision['decision'], action: 'close' | 'withdraw', note?: string) => {
    const failed = await changeRecord('decisions', {
      action,
      id: one.id,
      version: one.version,
      ...(note !== undefined && { note }),
    });
    setWords(failed);
    setDropping(undefined);
    onChanged();
  };
  return (
    <section id="decisions" data-testid="decisions">
      <h2>Decisions</h2>
      {decisions.length === 0 && <p>None is open.</p>}
      <ul>
        {decisions.map(({ decision, overdueDays, events }) => (
          <li key={decision.id} data-state={decision.state}>
            <b>{decision.record.what}</b> · {decision.record.owner}, due {decision.record.due}
            {decision.state === 'open' && overdueDays > 0 && ` · ${overdueDays} days overdue`}
            {decision.state !== 'open' && ` · ${decision.state === 'closed' ? 'done' : 'dropped'}`}
            <div>{decision.record.why}</div>
            {events.map(({ id, state, reason }) => (
              <div key={id}>
                {state.replaceAll('_', ' ')}: {reason}
              </div>
            ))}
            {decision.state === 'open' && mayEdit() && dropping !== decision.id && (
              <Stack gap={1}>
                <Button size="sm" variant="secondary" onClick={() => void change(decision, 'close')}>
                  Done
                </Button>
                <Button size="sm" variant="secondary" onClick={() => setDropping(decision.id)}>
                  Drop
                </Button>
              </Stack>
            )}
            {dropping === decision.id && (
              <DropDecision
                onDrop={(note) => void change(decision, 'withdraw', note)}
                onCancel={() => setDropping(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
      {words !== undefined && <Alert severity="warning" title={words} />}
      {mayEdit() ? <AddDecision onAdded={onChanged} /> : <p>An Editor can record decisions here.</p>}
    </section>
  );
}
