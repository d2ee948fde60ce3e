import { Alert, Button, Stack, TextLink } from '@grafana/ui';
import React, { useRef, useState } from 'react';
import { NamedCombobox } from '../../components/NamedCombobox.tsx';
import { APP_ID } from '../../data/appId.ts';
import type { RecordChange } from '../../data/changeRecord.ts';
import type { EventEntry } from '../../data/lever.ts';
import { mayEdit } from '../../data/mayEdit.ts';
import type { FollowedDecision } from '../../data/review.ts';
import { useRecording } from '../../data/useRecording.ts';
import { decisionWords } from './decisionWords.ts';
import { DropDecision } from './DropDecision.tsx';

interface Props {
  readonly followed: FollowedDecision;
  readonly events: readonly EventEntry[];
  readonly onChanged: () => void;
}

/** One decision: what became of it, and what can be done with it. */
export function Decision({ followed, events, onChanged }: Props) {
  const { isBusy, words, run } = useRecording('decisions');
  const [isDropping, setDropping] = useState(false);
  const { decision } = followed;
  const change = async (one: Omit<RecordChange, 'id' | 'version'>) => {
    const isRecorded = await run({ ...one, id: decision.id, version: decision.version });
    // What was typed stays where it could not be recorded.
    if (isRecorded) {
      setDropping(false);
    }
    onChanged();
    return isRecorded;
  };
  const links = decision.record.links ?? [];
  const asked = useRef('');
  // Grafana 12.4's Combobox tells of one choice several times.
  const link = async (id: string) => {
    const choice = `${decision.version} ${id}`;
    if (asked.current !== choice) {
      asked.current = choice;
      const isRecorded = await change({ action: 'edit', record: { links: [...links, { to: 'event', id }] } });
      asked.current = isRecorded ? choice : '';
    }
  };
  const unlinked = events.filter(({ id }) => !links.some((link) => link.to === 'event' && link.id === id));
  return (
    <li data-state={decision.state}>
      <b>{decision.record.what}</b> · {decisionWords(followed)}
      <div>{decision.record.why}</div>
      {links
        .filter(({ to, id }) => to === 'url' && id.startsWith(`/a/${APP_ID}/`))
        .map(({ id }) => (
          <TextLink key={id} href={id} inline={false} variant="bodySmall">
            Where it was found
          </TextLink>
        ))}
      {followed.events.map(({ id, state, reason }) => (
        <div key={id}>
          {state.replaceAll('_', ' ')}: {reason}
        </div>
      ))}
      {decision.state === 'open' && mayEdit() && !isDropping && (
        <Stack gap={1} alignItems="center" wrap="wrap">
          <Button
            size="sm"
            variant="secondary"
            disabled={isBusy}
            icon={isBusy ? 'spinner' : undefined}
            onClick={() => void change({ action: 'close' })}
          >
            Done
          </Button>
          <Button size="sm" variant="secondary" disabled={isBusy} onClick={() => setDropping(true)}>
            Drop
          </Button>
          {unlinked.length > 0 && (
            <NamedCombobox
              name="Became the optimization"
              width={30}
              placeholder="Became the optimization …"
              options={unlinked.map(({ id, record }) => ({
                value: id,
                label: [record['lever']?.replaceAll('_', ' '), record['feature'], record['date']]
                  .filter(Boolean)
                  .join(' · '),
              }))}
              value={null}
              onChange={({ value }) => void link(value)}
            />
          )}
        </Stack>
      )}
      {isDropping && (
        <DropDecision
          isBusy={isBusy}
          onDrop={(note) => void change({ action: 'withdraw', note })}
          onCancel={() => setDropping(false)}
        />
      )}
      {words !== undefined && <Alert severity="warning" title={words} />}
    </li>
  );
}
