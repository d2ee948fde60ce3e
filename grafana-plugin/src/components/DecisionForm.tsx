import { Alert, Button, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { changeRecord } from '../data/changeRecord.ts';
import { TextField } from './TextField.tsx';
import { isoDay } from '../queries/isoDay.ts';

interface Props {
  readonly decision: {
    readonly what: string;
    readonly why: string;
    /** Saved. */
    readonly usdPerMonth: number;
    /** Undefined: it is about no feature. */
    readonly feature: string | undefined;
    readonly owner?: string;
  };
  readonly onDone: () => void;
}

const DAYS = 14;

/** Who does it, and until when: then the review follows it up. */
export function DecisionForm({ decision, onDone }: Props) {
  const [owner, setOwner] = useState(decision.owner ?? '');
  const [due, setDue] = useState(() => isoDay(Date.now() + DAYS * 86_400_000));
  const [words, setWords] = useState<string>();
  const record = async () => {
    const failed = await changeRecord('decisions', {
      action: 'create',
      record: {
        what: decision.what,
        why: decision.why,
        owner: owner.trim(),
        due,
        expectedUsdPerMonth: decision.usdPerMonth.toFixed(2),
        ...(decision.feature !== undefined && { links: [{ to: 'feature', id: decision.feature }] }),
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
