import { Alert, Button, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { useRecording } from '../data/useRecording.ts';
import { TextField } from './TextField.tsx';
import { isoDay } from '../queries/isoDay.ts';

/** What is decided, as far as it is known; who reads it adds the rest. */
export interface Decision {
  readonly what: string;
  readonly why: string;
  /** Saved. */
  readonly usdPerMonth?: number;
  readonly expectedEffect?: string;
  /** What it is about. */
  readonly links: readonly { readonly to: 'feature' | 'url'; readonly id: string }[];
  readonly owner?: string;
}

interface Props {
  readonly decision: Decision;
  readonly onDone: () => void;
}

const DAYS = 14;

/** Who does it, and until when: then the review follows it up. */
export function DecisionForm({ decision, onDone }: Props) {
  const [owner, setOwner] = useState(decision.owner ?? '');
  const [due, setDue] = useState(() => isoDay(Date.now() + DAYS * 86_400_000));
  const { isBusy, words, run } = useRecording('decisions');
  const record = async () => {
    const { usdPerMonth, links, ...said } = decision;
    const isRecorded = await run({
      action: 'create',
      record: {
        ...said,
        owner: owner.trim(),
        due,
        ...(usdPerMonth !== undefined && { expectedUsdPerMonth: usdPerMonth.toFixed(2) }),
        ...(links.length > 0 && { links }),
      },
    });
    if (isRecorded) {
      onDone();
    }
  };
  return (
    <Stack direction="column" gap={1}>
      <Stack alignItems="end" wrap="wrap">
        <TextField label="Owner" width={18} value={owner} onChange={setOwner} />
        <TextField label="Due" type="date" width={18} value={due} onChange={setDue} />
        <Button
          size="sm"
          disabled={owner.trim() === '' || due === '' || isBusy}
          icon={isBusy ? 'spinner' : undefined}
          onClick={() => void record()}
        >
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
