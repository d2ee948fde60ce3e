import { Button, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { TextField } from '../../components/TextField.tsx';

/** Why a decision is dropped. */
export function DropDecision({
  isBusy,
  onDrop,
  onCancel,
}: {
  readonly isBusy: boolean;
  readonly onDrop: (note: string) => void;
  readonly onCancel: () => void;
}) {
  const [note, setNote] = useState('');
  return (
    <Stack alignItems="end">
      <TextField label="Why it is dropped" width={32} value={note} onChange={setNote} />
      <Button
        size="sm"
        disabled={note.trim() === '' || isBusy}
        icon={isBusy ? 'spinner' : undefined}
        onClick={() => onDrop(note.trim())}
      >
        Drop it
      </Button>
      <Button size="sm" variant="secondary" disabled={isBusy} onClick={onCancel}>
        Keep it
      </Button>
    </Stack>
  );
}
