import { Alert, Button, Stack } from '@grafana/ui';
import React from 'react';
import { useDraft } from '../../data/useDraft.ts';
import { useRecording } from '../../data/useRecording.ts';
import { TextField } from '../../components/TextField.tsx';
import { DraftNote } from './DraftNote.tsx';

const FIELDS = [
  ['what', 'What', 32],
  ['why', 'Why', 32],
  ['owner', 'Owner', 16],
  ['due', 'Due', 18],
  ['expectedEffect', 'Expected effect', 24],
  ['feature', 'Feature', 16],
] as const;
const EMPTY = { what: '', why: '', owner: '', due: '', expectedEffect: '', feature: '' };

interface Props {
  /** Whose review it is decided in: what is half typed stays with it. */
  readonly week: string;
  readonly onAdded: () => void;
}

/** One more decision. */
export function AddDecision({ week, onAdded }: Props) {
  const { draft, setDraft, foundMs } = useDraft(`decision ${week}`, EMPTY);
  const { isBusy, words, run } = useRecording('decisions');
  const add = async () => {
    const { expectedEffect, feature, ...needed } = draft;
    const record = {
      ...needed,
      ...(expectedEffect.trim() !== '' && { expectedEffect }),
      ...(feature.trim() !== '' && { links: [{ to: 'feature', id: feature.trim() }] }),
    };
    if (await run({ action: 'create', record })) {
      setDraft(EMPTY);
      onAdded();
    }
  };
  const isReady = (['what', 'why', 'owner', 'due'] as const).every((name) => draft[name].trim() !== '');
  return (
    <Stack alignItems="end" wrap="wrap">
      {FIELDS.map(([name, label, width]) => (
        <TextField
          key={name}
          label={label}
          type={name === 'due' ? 'date' : 'text'}
          width={width}
          value={draft[name]}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
        />
      ))}
      <Button disabled={!isReady || isBusy} icon={isBusy ? 'spinner' : undefined} onClick={() => void add()}>
        Add
      </Button>
      <DraftNote foundMs={foundMs} onDiscard={() => setDraft(EMPTY)} />
      {words !== undefined && <Alert severity="warning" title={words} />}
    </Stack>
  );
}
