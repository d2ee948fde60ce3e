import { Button } from '@grafana/ui';
import React from 'react';
import { downloadMinutes } from './downloadMinutes.ts';

interface Props {
  readonly week: string;
  readonly heldOn: string;
  /** Markdown. */
  readonly minutes: string;
}

/** What a closed review wrote down. */
export function Minutes({ week, heldOn, minutes }: Props) {
  return (
    <section data-testid="minutes">
      <h2>Minutes, held on {heldOn}</h2>
      <pre style={{ whiteSpace: 'pre-wrap' }}>{minutes}</pre>
      <Button variant="secondary" icon="download-alt" onClick={() => downloadMinutes(week, minutes)}>
        Markdown
      </Button>
    </section>
  );
}
