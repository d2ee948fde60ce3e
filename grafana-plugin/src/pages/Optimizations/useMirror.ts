import { useState } from 'react';
import type { GrafanaAnnotation } from '../../data/grafanaAnnotation.ts';
import type { EventEntry } from '../../data/lever.ts';
import { adoptAnnotation, mirrorEvents } from '../../data/mirrorEvents.ts';
import { serverWords } from '../../data/serverWords.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { mayEdit } from '../../data/mayEdit.ts';

/** How well Grafana's annotations mirror the records. */
export interface Mirror {
  /** Made by hand with our tags, and no record yet. */
  readonly handMade: readonly GrafanaAnnotation[];
  /** Why annotations may not say what the records do. */
  readonly failed: string | undefined;
  readonly retry: () => void;
  /** There is a new record; `adopt` is the annotation made by hand that it was made of. */
  readonly onRecorded: (entry: EventEntry, adopt: number | undefined) => void;
}

/** Mirrors the records when the page opens and after each change, for who may edit; others see what is there. */
export function useMirror(): Mirror {
  const loaded = useLoaded(mayEdit() ? 'mirror' : '', (signal) =>
    mayEdit() ? mirrorEvents(signal) : Promise.resolve([])
  );
  const [notAdopted, setNotAdopted] = useState<string>();
  const handMade = loaded.value ?? [];
  const adopt = async (entry: EventEntry, id: number | undefined) => {
    setNotAdopted(undefined);
    // The id is from the URL: only what was offered is written to.
    if (handMade.some((one) => one.id === id) && id !== undefined) {
      try {
        await adoptAnnotation(id, entry);
      } catch (error) {
        setNotAdopted(serverWords(error));
      }
    }
    loaded.retry();
  };
  return {
    handMade,
    failed: loaded.failed ?? notAdopted,
    retry: loaded.retry,
    onRecorded: (entry, id) => void adopt(entry, id),
  };
}
