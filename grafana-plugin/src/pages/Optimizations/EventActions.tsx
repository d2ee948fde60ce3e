import { Alert, Button, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import type { EventEntry } from '../../data/lever.ts';
import { recordEvent } from '../../data/recordEvent.ts';
import { conflictWords } from './conflictWords.ts';

interface Props {
  readonly entry: EventEntry;
  readonly onEdit: () => void;
  readonly onChanged: () => void;
}

const ACTIONS: Readonly<Record<string, readonly (readonly [action: string, words: string])[]>> = {
  open: [
    ['close', 'Close'],
    ['withdraw', 'Withdraw'],
  ],
  closed: [
    ['reopen', 'Open again'],
    ['withdraw', 'Withdraw'],
  ],
  withdrawn: [['reopen', 'Open again']],
};

/** What can be done to a record in its state, of the version that is seen. */
export function EventActions({ entry, onEdit, onChanged }: Props) {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const act = async (action: string) => {
    setBusy(true);
    const outcome = await recordEvent({ action, id: entry.id, version: entry.version });
    setBusy(false);
    if (outcome.kind === 'recorded') {
      onChanged();
    } else {
      setProblem(outcome.kind === 'conflict' ? conflictWords(outcome.current) : outcome.words);
    }
  };
  return (
    <div>
      <Stack gap={1}>
        {entry.state === 'open' && (
          <Button variant="secondary" icon="pen" onClick={onEdit}>
            Edit
          </Button>
        )}
        {(ACTIONS[entry.state] ?? []).map(([action, words]) => (
          <Button key={action} variant="secondary" disabled={isBusy} onClick={() => void act(action)}>
            {words}
          </Button>
        ))}
      </Stack>
      {problem !== undefined && (
        <Alert
          title="Not recorded"
          severity="warning"
          action={
            <Button variant="secondary" onClick={onChanged}>
              Show it as it is now
            </Button>
          }
        >
          {problem}
        </Alert>
      )}
    </div>
  );
}
