import { Alert, Button, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import type { ProviderBill } from '../../data/reconciliation.ts';
import type { Signoff } from '../../data/signoff.ts';
import { useRecording } from '../../data/useRecording.ts';
import { sinceSigned } from './sinceSigned.ts';
import { maySign } from './maySign.ts';
import { TextField } from '../../components/TextField.tsx';

interface Props {
  readonly month: string;
  readonly bill: Pick<ProviderBill, 'provider' | 'billNanoUsd' | 'estimateNanoUsd'>;
  readonly signoff: Signoff | undefined;
  readonly onChanged: () => void;
}

/** Who signed the month; signing it, and opening it again with a reason. */
export function SignOff({ month, bill, signoff, onChanged }: Props) {
  const { provider, billNanoUsd, estimateNanoUsd } = bill;
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const { isBusy, words, run } = useRecording('signoffs');
  const isSigned = signoff?.state === 'signed';
  const send = async () => {
    const signed = {
      ...{ name: name.trim(), billNanoUsd, estimateNanoUsd },
      ...(note.trim() !== '' && { note: note.trim() }),
    };
    const isRecorded = await run(
      signoff === undefined
        ? { action: 'create', record: { month, provider, ...signed } }
        : isSigned
          ? { action: 'reopen', id: signoff.id, version: signoff.version, note: note.trim() }
          : { action: 'sign', id: signoff.id, version: signoff.version, record: signed }
    );
    if (isRecorded) {
      setNote('');
      onChanged();
    }
  };
  const changed = sinceSigned(bill, signoff);
  return (
    <div data-testid={`signoff-${provider}`}>
      {changed !== undefined && (
        <Alert severity="warning" title={changed}>
          What was signed stays recorded. Reopen the month and sign it again, where the new figures hold.
        </Alert>
      )}
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
