import { Alert, Button, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import type { Signoff } from '../../data/signoff.ts';
import { useRecording } from '../../data/useRecording.ts';
import { maySign } from './maySign.ts';
import { TextField } from '../../components/TextField.tsx';

interface Props {
  readonly month: string;
  readonly provider: string;
  readonly signoff: Signoff | undefined;
  readonly onChanged: () => void;
}

/** Who signed the month; signing it, and opening it again with a reason. */
export function SignOff({ month, provider, signoff, onChanged }: Props) {
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const { isBusy, words, run } = useRecording('signoffs');
  const isSigned = signoff?.state === 'signed';
  const send = async () => {
    const noted = note.trim() === '' ? {} : { note: note.trim() };
    const isRecorded = await run(
      signoff === undefined
        ? { action: 'create', record: { month, provider, name: name.trim(), ...noted } }
        : isSigned
          ? { action: 'reopen', id: signoff.id, version: signoff.version, note: note.trim() }
          : { action: 'sign', id: signoff.id, version: signoff.version, record: { name: name.trim(), ...noted } }
    );
    if (isRecorded) {
      setNote('');
      onChanged();
    }
  };
  return (
    <div data-testid={`signoff-${provider}`}>
      {signoff && (
        <p>
          {isSigned ? 'Signed' : 'Reopened'} {signoff.at.slice(0, 10)}: {isSigned ? signoff.record.name : signoff.note}
          {isSigned && signoff.record.note !== undefined && `, “${signoff.record.note}”`} (recorded by {signoff.by.name}
          )
        </p>
      )}
      {maySign() ? (
        <Stack alignItems="end" wrap="wrap">
          {!isSigned && <TextField label="Name" width={18} value={name} onChange={setName} />}
          <TextField label={isSigned ? 'Why it is reopened' : 'Note'} width={24} value={note} onChange={setNote} />
          <Button
            variant={isSigned ? 'secondary' : 'primary'}
            disabled={isBusy || (isSigned ? note : name).trim() === ''}
            icon={isBusy ? 'spinner' : undefined}
            onClick={() => void send()}
          >
            {isSigned ? 'Reopen' : 'Sign off'}
          </Button>
        </Stack>
      ) : (
        !isSigned && <p>Who has the permission “Sign months” can sign it here.</p>
      )}
      {words !== undefined && <Alert severity="error" title={words} />}
    </div>
  );
}
