import { Alert, Button, FieldSet, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import type { AppSettings } from './appSettings.ts';
import type { Check } from './check.ts';
import { checkLedger } from './checkLedger.ts';
import { checkPrometheus } from './checkPrometheus.ts';

interface Props {
  readonly pluginId: string;
  /** As saved: the ledger is reached by Grafana's server, with the settings it has. */
  readonly settings: AppSettings;
}

/** Tests both sources with the saved settings: green, or the reason. */
export function Connections({ pluginId, settings }: Props) {
  const [checks, setChecks] = useState<readonly Check[]>([]);
  const [busy, setBusy] = useState(false);
  const test = async () => {
    setBusy(true);
    setChecks(await Promise.all([checkPrometheus(settings, Date.now()), checkLedger(pluginId, settings)]));
    setBusy(false);
  };
  return (
    <FieldSet label="Do they answer?">
      <Stack direction="column" gap={2} alignItems="flex-start">
        <Button variant="secondary" icon="sync" disabled={busy} onClick={() => void test()}>
          Test
        </Button>
        <div role="status" style={{ width: '100%' }}>
          {checks.map(({ what, ok, words }) => (
            <Alert key={what} title={what} severity={ok ? 'success' : 'error'}>
              {words}
            </Alert>
          ))}
        </div>
      </Stack>
    </FieldSet>
  );
}
