import { Alert, Button, Field, Stack, TextArea } from '@grafana/ui';
import React, { useId } from 'react';
import { TextField } from '../../components/TextField.tsx';
import { mayEdit } from '../../data/mayEdit.ts';
import type { Review } from '../../data/review.ts';
import { useDraft } from '../../data/useDraft.ts';
import { DraftNote } from './DraftNote.tsx';
import { useRecording } from '../../data/useRecording.ts';
import { Minutes } from './Minutes.tsx';
import { minutesChanges } from './minutesChanges.ts';
import { minutesText } from './minutesText.ts';
import { notesIn } from './notesIn.ts';
import { presentTogether } from './presentTogether.ts';
import { utcToday } from './utcToday.ts';

interface Props {
  readonly review: Review;
  readonly onChanged: () => void;
}

const EMPTY = { lead: '', finance: '', notes: '' };

/**
 * Who was there and what was said; closing writes the minutes. What somebody else wrote meanwhile stays in them, and what
 * was typed here while somebody closed it can still be added.
 */
export function CloseReview({ review: { week, review, agenda, decisions }, onChanged }: Props) {
  const id = useId();
  const { draft, setDraft, foundMs } = useDraft(`review ${week}`, EMPTY);
  const { isBusy, words, run } = useRecording('reviews');
  const isClosed = review?.state === 'closed';
  const minutes = isClosed && (
    <Minutes week={week} minutes={review.record.minutes ?? ''} heldOn={review.record.heldOn} />
  );
  const isTyped = Object.values(draft).some((text) => text.trim() !== '');
  if (!mayEdit() || (isClosed && !isTyped)) {
    return minutes || <p>The review of this week is not closed yet; an Editor can close it.</p>;
  }
  const written = { present: review?.record.present ?? [], notes: notesIn(review?.record.minutes) };
  const close = async () => {
    const present = presentTogether(written.present, [
      { role: 'engineering', name: draft.lead },
      { role: 'finance', name: draft.finance },
    ]);
    const all = [written.notes, draft.notes.trim()].filter(
      (text, index, texts) => text !== '' && texts.indexOf(text) === index
    );
    const record = {
      heldOn: isClosed ? review.record.heldOn : utcToday(),
      present,
      minutes: minutesText(week, present, agenda, decisions, all.join('\n\n')),
    };
    // What was typed stays where it could not be recorded.
    if (await run(...minutesChanges(week, review, record))) {
      setDraft(EMPTY);
    }
    onChanged();
  };
  const label = isClosed ? 'Add it to the minutes' : 'Close the review';
  return (
    <>
      {minutes}
      <section data-testid="close-review">
        <h2>{label}</h2>
        <DraftNote foundMs={foundMs} onDiscard={() => setDraft(EMPTY)} />
        {isClosed && (
          <p data-testid="left-out">
            {review.by.name} closed the review while you wrote: what stands here is not in the minutes yet.
          </p>
        )}
        {review?.state === 'open' && (
          <p data-testid="written">
            {review.by.name} wrote already: {written.present.map(({ name }) => name).join(', ') || 'nobody'} present
            {written.notes !== '' && `, “${written.notes}”`}. It stays; add what is missing.
          </p>
        )}
        <Stack alignItems="end" wrap="wrap">
          <TextField
            label="Engineering lead"
            width={20}
            value={draft.lead}
            onChange={(lead) => setDraft({ ...draft, lead })}
          />
          <TextField
            label="Finance"
            width={20}
            value={draft.finance}
            onChange={(finance) => setDraft({ ...draft, finance })}
          />
        </Stack>
        <Field label="Notes" htmlFor={`${id}-notes`}>
          <TextArea
            id={`${id}-notes`}
            rows={3}
            value={draft.notes}
            onChange={(event) => setDraft({ ...draft, notes: event.currentTarget.value })}
          />
        </Field>
        <Button disabled={isBusy} icon={isBusy ? 'spinner' : undefined} onClick={() => void close()}>
          {label}
        </Button>
        {words !== undefined && <Alert severity="warning" title={words} />}
      </section>
    </>
  );
}
