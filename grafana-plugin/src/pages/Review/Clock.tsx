import { Button } from '@grafana/ui';
import React, { useEffect, useState } from 'react';

const MINUTES = 30;

/** Thirty minutes that count down once started. */
export function Clock() {
  const [left, setLeft] = useState(MINUTES * 60);
  const [isRunning, setRunning] = useState(false);
  useEffect(() => {
    if (!isRunning) {
      return undefined;
    }
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <Button
      variant="secondary"
      icon={isRunning ? 'pause' : 'play'}
      aria-label={`${isRunning ? 'Pause' : 'Start'} the clock: ${text} left`}
      onClick={() => setRunning(!isRunning)}
    >
      {text}
    </Button>
  );
}
