import { Alert, Button, Field, Stack, TextArea } from '@grafana/ui';
import React, { useId, useState } from 'react';
import { changeRecord } from '../../data/changeRecord.ts';
import { mayEdit } from '../../data/mayEdit.ts';
import type { Review } from '../../data/review.ts';
import type { AgendaItem } from './agendaItems.ts';
import { downloadMinutes } from './downloadMinutes.ts';
import { minutesText } from './minutesText.ts';
import { TextField } from '../../components/TextField.tsx';

interface Props {
  readonly review: Review;
  readonly items: readonly AgendaItem[];
  readonly onChanged: () => void;
}

/** Who was there and what was said; closing writes the minutes. */
export function CloseReview({ review: { week, review, decisions }, items, onChanged }: Props) {
  const id = useId();
  const [lead, setLead] = useState('');
  const [finance, setFinance] = useState('');
  const [notes, setNotes] = useState('');
  const [words, setWords] = useState<string>();
  if (review?.state === 'closed') {
    const { minutes = '', heldOn } = review.record;
    return (
      <section data-testid="minutes">
        <h2>Minutes, held on {heldOn}</h2>
        <pre>{minutes}</pre>
        <Button variant="secondary" icon="download-alt" onClick={() => downloadMinutes(week, minutes)}>
          Markdown
        </Button>
      </section>
    );
  }
  if (!mayEdit()) {
    return <p>The review of this week is not closed yet; an Editor can close it.</p>;
  }
  const close = async () => {
    const present = [
      { role: 'engineering', name: lead.trim() },
      { role: 'finance', name: finance.trim() },
    ].filter(({ name }) => name !== '');
    const minutes = minutesText(week, present, items, decisions, notes);
    const record = { heldOn: new Date().toISOString().slice(0, 10), present, minutes };
    const written = await changeRecord(
      'reviews',
      review === null
        ? { action: 'create', record: { week, ...record } }
        : { action: 'edit', id: review.id, version: review.version, record }
    );
    const failed =
      written ?? (await changeRecord('reviews', { action: 'close', id: week, version: (review?.version ?? 0) + 1 }));
    setWords(failed);
    onChanged();
  };
  return (
    <section data-testid="close-review">
      <h2>Close the review</h2>
      <Stack alignItems="end" wrap="wrap">
        <TextField label="Engineering lead" width={20} value={lead} onChange={setLead} />
        <TextField label="Finance" width={20} value={finance} onChange={setFinance} />
      </Stack>
      <Field label="Notes" htmlFor={`${id}-notes`}>
        <TextArea id={`${id}-notes`} rows={3} value={notes} onChange={(event) => setNotes(event.currentTarget.value)} />
      </Field>
      <Button onClick={() => void close()}>Close the review</Button>
      {words !== undefined && <Alert severity="warning" title={words} />}
    </section>
  );
}
