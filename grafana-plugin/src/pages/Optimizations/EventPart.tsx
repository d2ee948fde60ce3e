import { LinkButton } from '@grafana/ui';
import React from 'react';
import { Fading } from '../../components/Fading.tsx';
import { Failure } from '../../components/states/Failure.tsx';
import { PageSkeleton } from '../../components/states/PageSkeleton.tsx';
import { loadLever } from '../../data/loadLever.ts';
import type { PromSource } from '../../data/promSource.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { EventActions } from './EventActions.tsx';
import { EventDetail } from './EventDetail.tsx';
import { EventForm } from './EventForm.tsx';
import { mayEdit } from '../../data/mayEdit.ts';
import { NoLevers } from './NoLevers.tsx';
import { shownHref, type ShownChange } from './useShown.ts';

interface Props {
  readonly id: string;
  readonly source: PromSource;
  readonly isEditing: boolean;
  readonly onShow: (change: ShownChange) => void;
  /** Its record says something else now. */
  readonly onChanged: () => void;
}

/** The page of one optimization: what it did, and changing its record. */
export function EventPart({ id, source, isEditing, onShow, onChanged }: Props) {
  const loaded = useLoaded(id, (signal) => loadLever(id, signal));
  const changed = () => {
    loaded.retry();
    onChanged();
  };
  const back = (
    <div>
      <LinkButton icon="arrow-left" variant="secondary" fill="text" href={shownHref({ event: '', form: '' })}>
        All optimizations
      </LinkButton>
    </div>
  );
  if (loaded.failed !== undefined) {
    return <Failure what="The ledger did not answer" words={loaded.failed} onRetry={loaded.retry} />;
  }
  if (!loaded.value || loaded.loading) {
    return <PageSkeleton />;
  }
  if (loaded.value.kind !== 'value') {
    return (
      <>
        {back}
        <NoLevers answer={loaded.value} onRetry={loaded.retry} />
      </>
    );
  }
  const lever = loaded.value.value;
  const isOpen = lever.event.state === 'open';
  return (
    <Fading isBusy={loaded.loading}>
      {back}
      {isEditing && isOpen && mayEdit() ? (
        <EventForm
          key={lever.event.version}
          source={source}
          entry={lever.event}
          onDone={() => {
            changed();
            onShow({ form: '' });
          }}
        />
      ) : (
        mayEdit() && <EventActions entry={lever.event} onEdit={() => onShow({ form: 'edit' })} onChanged={changed} />
      )}
      <EventDetail lever={lever} />
    </Fading>
  );
}
