import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Combobox, Field, Input, Stack, TextArea, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, useId, useState } from 'react';
import type { EventEntry } from '../../data/lever.ts';
import { recordEvent } from '../../data/recordEvent.ts';
import type { PromSource } from '../../data/promSource.ts';
import { conflictWords } from './conflictWords.ts';
import { ControlGroup } from './ControlGroup.tsx';
import { draftFaults } from './draftFaults.ts';
import { draftRecord } from './draftRecord.ts';
import type { EventDraft } from './eventDraft.ts';
import { DRAFT_FIELDS, FORM_FIELDS } from './formFields.ts';
import { leverNames } from '../../data/leverNames.ts';

interface Props {
  /** Where the names of features and models come from. */
  readonly source: PromSource;
  /** The entry to change; left out for a new one. */
  readonly entry?: EventEntry;
  /** What a new one starts with. */
  readonly idea?: EventDraft;
  /** Undefined: given up. */
  readonly onDone: (entry: EventEntry | undefined) => void;
}

const EMPTY: EventDraft = Object.fromEntries(DRAFT_FIELDS.map((name) => [name, '']));

/** What was done, to what, when, and what is expected of it. */
export function EventForm({ source, entry, idea, onDone }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const before = entry?.record;
  const [draft, setDraft] = useState<EventDraft>({
    ...EMPTY,
    environment: entry ? '' : 'production',
    ...idea,
    ...before,
  });
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const set = (name: string, value: string) => setDraft((old) => ({ ...old, [name]: value }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = draftFaults(draft);
    setFaults(found);
    setProblem(undefined);
    if (Object.keys(found).length > 0) {
      return;
    }
    setBusy(true);
    const record = draftRecord(draft, before);
    const outcome = await recordEvent(
      entry ? { action: 'edit', id: entry.id, version: entry.version, record } : { action: 'create', record }
    );
    setBusy(false);
    if (outcome.kind === 'recorded') {
      onDone(outcome.entry);
    } else if (outcome.kind === 'conflict') {
      setProblem(conflictWords(outcome.current));
    } else {
      setProblem(outcome.words);
      setFaults(outcome.field === undefined ? {} : { [outcome.field]: outcome.words });
    }
  };
  const problemOf = (name: string) => {
    const error = faults[name];
    return error === undefined ? { invalid: false } : { invalid: true, error };
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} aria-label="Optimization" noValidate>
      <h2 className={styles.title}>{entry ? 'Edit the optimization' : 'Record an optimization'}</h2>
      <div className={styles.fields}>
        <Field label="Lever" htmlFor={`${id}-lever`} required noMargin {...problemOf('lever')}>
          <Combobox
            id={`${id}-lever`}
            placeholder="What was done"
            options={Object.entries(leverNames).map(([value, label]) => ({ value, label }))}
            value={draft['lever'] || null}
            onChange={({ value }) => set('lever', value)}
          />
        </Field>
        {FORM_FIELDS.map(({ name, label, description, type, isRequired = false }) => (
          <Field
            key={name}
            label={label}
            description={description}
            htmlFor={`${id}-${name}`}
            required={isRequired}
            noMargin
            {...problemOf(name)}
          >
            <Input
              id={`${id}-${name}`}
              type={type}
              value={draft[name] ?? ''}
              onChange={({ currentTarget }) => set(name, currentTarget.value)}
            />
          </Field>
        ))}
        <ControlGroup source={source} draft={draft} faults={faults} onChange={set} />
      </div>
      <Field label="Note" htmlFor={`${id}-note`} noMargin {...problemOf('note')}>
        <TextArea
          id={`${id}-note`}
          rows={2}
          value={draft['note'] ?? ''}
          onChange={({ currentTarget }) => set('note', currentTarget.value)}
        />
      </Field>
      {problem !== undefined && (
        <Alert title="Not recorded" severity="warning">
          {problem}
        </Alert>
      )}
      <Stack gap={1}>
        <Button type="submit" disabled={isBusy}>
          {entry ? 'Save the change' : 'Record'}
        </Button>
        <Button variant="secondary" onClick={() => onDone(undefined)}>
          Cancel
        </Button>
      </Stack>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  title: css({ margin: 0, fontSize: theme.typography.h5.fontSize }),
  fields: css({
    display: 'grid',
    alignItems: 'end',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fill, minmax(230px, 1fr))',
  }),
});
