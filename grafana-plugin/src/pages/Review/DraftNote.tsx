import { Button, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
/** Of another day the hour alone would say nothing. */
const SAME_DAY_MS = 12 * 3_600_000;

interface Props {
  /** When it was typed, ms since the epoch; undefined where there is none. */
  readonly foundMs: number | undefined;
  readonly onDiscard: () => void;
}

/** Says that what stands in a form was typed before, by the reader's clock, and is recorded nowhere. */
export function DraftNote({ foundMs, onDiscard }: Props) {
  const [shownMs] = useState(Date.now);
  if (foundMs === undefined) {
    return null;
  }
  const format = shownMs - foundMs < SAME_DAY_MS ? TIME : DAY;
  return (
    <Stack alignItems="center" gap={1} data-testid="draft-note">
      <Text variant="bodySmall" color="secondary">
        Draft of {format.format(foundMs)}, not recorded
      </Text>
      <Button size="sm" variant="secondary" fill="text" onClick={onDiscard}>
        Discard
      </Button>
    </Stack>
  );
}
