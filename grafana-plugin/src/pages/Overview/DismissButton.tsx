import { Button, Tooltip } from '@grafana/ui';
import React, { useState } from 'react';
import type { Anomaly } from '../../data/anomaly.ts';
import { dismissAnomaly } from '../../data/dismissAnomaly.ts';
import { serverWords } from '../../data/serverWords.ts';

interface Props {
  readonly anomaly: Anomaly;
  readonly onDone: () => void;
}

/** Says that an anomaly is none, under the name of who is signed in. */
export function DismissButton({ anomaly, onDone }: Props) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const dismiss = async () => {
    setBusy(true);
    setFailed(undefined);
    try {
      await dismissAnomaly(anomaly);
      onDone();
    } catch (error) {
      setFailed(serverWords(error));
      setBusy(false);
    }
  };
  return (
    <>
      {failed !== undefined && <span role="alert">Not recorded: {failed}</span>}
      <Tooltip content="Marks it for everybody, with your name: the ledger then takes such days as usual ones.">
        <Button
          size="sm"
          variant="secondary"
          fill="outline"
          disabled={busy}
          aria-label={`Not an anomaly: ${anomaly.feature}`}
          onClick={() => void dismiss()}
        >
          Not an anomaly
        </Button>
      </Tooltip>
    </>
  );
}
