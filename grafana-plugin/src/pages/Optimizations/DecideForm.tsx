import { Alert, Button, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { changeRecord } from '../../data/changeRecord.ts';
import type { Opportunity } from '../../data/opportunity.ts';
import { opportunityWords } from './opportunityWords.ts';
import { TextField } from '../../components/TextField.tsx';

const DAYS = 14;

/** Who does it, and until when: then the review follows it up. */
export function DecideForm({ idea, onDone }: { readonly idea: Opportunity; readonly onDone: () => void }) {
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState(() => new Date(Date.now() + DAYS * 86_400_000).toISOString().slice(0, 10));
  const [words, setWords] = useState<string>();
  const record = async () => {
    const failed = await changeRecord('decisions', {
      action: 'create',
      record: {
        what: opportunityWords(idea),
        why: idea.working,
        owner: owner.trim(),
        due,
        expectedUsdPerMonth: idea.monthly.usd.toFixed(2),
        links: [{ to: 'feature', id: idea.scope.feature }],
      },
    });
    setWords(failed);
    if (failed === undefined) {
      onDone();
    }
  };
  return (
    <Stack direction="column" gap={1}>
      <Stack alignItems="end" wrap="wrap">
        <TextField label="Owner" width={18} value={owner} onChange={setOwner} />
        <TextField label="Due" type="date" width={18} value={due} onChange={setDue} />
        <Button size="sm" disabled={owner.trim() === '' || due === ''} onClick={() => void record()}>
          Record the decision
        </Button>
        <Button size="sm" variant="secondary" onClick={onDone}>
          Cancel
        </Button>
      </Stack>
      {words !== undefined && <Alert severity="error" title={words} />}
    </Stack>
  );
}
