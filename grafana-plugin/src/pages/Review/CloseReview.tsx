import { Alert, Button, Field, Stack, TextArea } from '@grafana/ui';
import React, { useId, useState } from 'react';
import { TextField } from '../../components/TextField.tsx';
import { changeRecord } from '../../data/changeRecord.ts';
import { mayEdit } from '../../data/mayEdit.ts';
import type { Review } from '../../data/review.ts';
import { Minutes } from './Minutes.tsx';
import { minutesText } from './minutesText.ts';
import { notesIn } from './notesIn.ts';
import { presentTogether } from './presentTogether.ts';
import { utcToday } from './utcToday.ts';

interface Props {
  readonly review: Review;
  readonly onChanged: () => void;
}

/** Who was there and what was said; closing writes the minutes. What somebody else wrote meanwhile stays in them. */
export function CloseReview({ review: { week, review, agenda, decisions }, onChanged }: Props) {
  const id = useId();
  const [lead, setLead] = useState('');
  const [finance, setFinance] = useState('');
  const [notes, setNotes] = useState('');
  const [words, setWords] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  if (review?.state === 'closed') {
    return <Minutes week={week} minutes={review.record.minutes ?? ''} heldOn={review.record.heldOn} />;
  }
  if (!mayEdit()) {
    return <p>The review of this week is not closed yet; an Editor can close it.</p>;
  }
  const written = { present: review?.record.present ?? [], notes: notesIn(review?.record.minutes) };
  const close = async () => {
    setBusy(true);
    const present = presentTogether(written.present, [
      { role: 'engineering', name: lead },
      { role: 'finance', name: finance },
    ]);
    const all = [written.notes, notes.trim()].filter(
      (text, index, texts) => text !== '' && texts.indexOf(text) === index
    );
    const minutes = minutesText(week, present, agenda, decisions, all.join('\n\n'));
    const record = { heldOn: utcToday(), present, minutes };
    const failed =
      (await changeRecord(
        'reviews',
        review === null
          ? { action: 'create', record: { week, ...record } }
          : { action: 'edit', id: review.id, version: review.version, record }
      )) ?? (await changeRecord('reviews', { action: 'close', id: week, version: (review?.version ?? 0) + 1 }));
    setWords(failed);
    setBusy(false);
    onChanged();
  };
  return (
    <section data-testid="close-review">
      <h2>Close the review</h2>
      {review !== null && (
        <p data-testid="written">
          {review.by.name} wrote already: {written.present.map(({ name }) => name).join(', ') || 'nobody'} present
          {written.notes !== '' && `, “${written.notes}”`}. It stays; add what is missing.
        </p>
      )}
      <Stack alignItems="end" wrap="wrap">
        <TextField label="Engineering lead" width={20} value={lead} onChange={setLead} />
        <TextField label="Finance" width={20} value={finance} onChange={setFinance} />
      </Stack>
      <Field label="Notes" htmlFor={`${id}-notes`}>
        <TextArea id={`${id}-notes`} rows={3} value={notes} onChange={(event) => setNotes(event.currentTarget.value)} />
      </Field>
      <Button disabled={isBusy} icon={isBusy ? 'spinner' : undefined} onClick={() => void close()}>
        Close the review
      </Button>
      {words !== undefined && <Alert severity="warning" title={words} />}
    </section>
  );
}
