import { Button, Field, Input, Stack } from '@grafana/ui';
import React, { useId, useState } from 'react';

/** Why a decision is dropped. */
export function DropDecision({
  onDrop,
  onCancel,
}: {
  readonly onDrop: (note: string) => void;
  readonly onCancel: () => void;
}) {
  const id = useId();
  const [note, setNote] = useState('');
  return (
    <Stack alignItems="end">
      <Field label="Why it is dropped" htmlFor={id} noMargin>
        <Input id={id} width={32} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Field>
      <Button size="sm" disabled={note.trim() === ''} onClick={() => onDrop(note.trim())}>
        Drop it
      </Button>
      <Button size="sm" variant="secondary" onClick={onCancel}>
        Keep it
      </Button>
    </Stack>
  );
}
