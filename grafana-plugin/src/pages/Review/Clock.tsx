import { Button } from '@grafana/ui';
import React, { useEffect, useState } from 'react';

const WHOLE_MS = 30 * 60_000;

/** Thirty minutes that count down once started; by the time of day, so that a tab in the background keeps it right. */
export function Clock() {
  const [leftMs, setLeftMs] = useState(WHOLE_MS);
  const [endsMs, setEndsMs] = useState<number>();
  useEffect(() => {
    if (endsMs === undefined) {
      return undefined;
    }
    const timer = setInterval(() => setLeftMs(Math.max(0, endsMs - Date.now())), 500);
    return () => clearInterval(timer);
  }, [endsMs]);
  const isRunning = endsMs !== undefined;
  const seconds = Math.ceil(leftMs / 1_000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <Button
      variant="secondary"
      icon={isRunning ? 'pause' : 'play'}
      aria-label={`${isRunning ? 'Pause' : 'Start'} the clock: ${text} left`}
      onClick={() => {
        setLeftMs(isRunning ? Math.max(0, endsMs - Date.now()) : leftMs);
        setEndsMs(isRunning ? undefined : Date.now() + leftMs);
      }}
    >
      {text}
    </Button>
  );
}
