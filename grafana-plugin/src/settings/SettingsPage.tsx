import type { AppPluginMeta, PluginConfigPageProps } from '@grafana/data';
import { getBackendSrv, locationService } from '@grafana/runtime';
import { Button, Combobox, Field, FieldSet, Input, SecretInput, Stack } from '@grafana/ui';
import React, { type FormEvent, useState } from 'react';
import { lastValueFrom } from 'rxjs';
import { Failure } from '../components/states/Failure.tsx';
import { promSources } from '../data/promSources.ts';
import { serverWords } from '../data/serverWords.ts';
import type { AppSettings } from './appSettings.ts';
import { Connections } from './Connections.tsx';
import { FirstStepsList } from './FirstStepsList.tsx';

export type SettingsPageProps = PluginConfigPageProps<AppPluginMeta<AppSettings>>;

/** Where do the numbers come from? The data source, the ledger, and whether they answer. */
export function SettingsPage({ plugin: { meta } }: SettingsPageProps) {
  const [settings, setSettings] = useState<AppSettings>(meta.jsonData ?? {});
  const [token, setToken] = useState('');
  const [tokenSet, setTokenSet] = useState(meta.secureJsonFields?.['ledgerToken'] === true);
  const [failed, setFailed] = useState<string>();
  const sources = promSources();

  const save = async () => {
    try {
      await lastValueFrom(
        getBackendSrv().fetch({
          url: `/api/plugins/${meta.id}/settings`,
          method: 'POST',
          showErrorAlert: false,
          data: {
            enabled: true,
            pinned: meta.pinned ?? true,
            jsonData: settings,
            ...(token !== '' && { secureJsonData: { ledgerToken: token } }),
          },
        })
      );
      // Grafana hands settings to the app when it loads.
      locationService.reload();
    } catch (error) {
      setFailed(serverWords(error));
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };

  return (
    <Stack direction="column" gap={4}>
      <form onSubmit={onSubmit}>
        <FieldSet label="Where the numbers come from">
          <Field
            label="Prometheus data source"
            description="The Prometheus or Mimir that scrapes the ledger. Left empty: the default one, else the first."
          >
            <Combobox
              id="prometheus"
              width={60}
              isClearable
              placeholder={sources[0] ? `${sources[0].name} (first found)` : 'none found: add one under Connections'}
              options={sources.map(({ uid, name }) => ({ value: uid, label: name, description: uid }))}
              value={settings.prometheusUid ?? null}
              onChange={(option) => setSettings({ ...settings, prometheusUid: option?.value ?? '' })}
            />
          </Field>
          <Field label="Ledger address" description="The ledger's API, as Grafana's server reaches it.">
            <Input
              id="ledger-url"
              width={60}
              value={settings.ledgerUrl ?? ''}
              placeholder="http://127.0.0.1:4321"
              onChange={(event) =>
                setSettings({ ...settings, ledgerUrl: event.currentTarget.value.trim().replace(/\/+$/, '') })
              }
            />
          </Field>
          <Field label="Ledger token" description="Sent as a bearer token. Kept by Grafana as a secret.">
            <SecretInput
              id="ledger-token"
              width={60}
              isConfigured={tokenSet}
              value={token}
              onChange={(event) => setToken(event.currentTarget.value)}
              onReset={() => {
                setTokenSet(false);
                setToken('');
              }}
            />
          </Field>
          <Button type="submit">Save</Button>
        </FieldSet>
      </form>
      {failed !== undefined && (
        <Failure what="The settings were not saved" words={failed} onRetry={() => void save()} />
      )}
      <Connections pluginId={meta.id} settings={meta.jsonData ?? {}} />
      <FirstStepsList pluginId={meta.id} settings={meta.jsonData ?? {}} />
    </Stack>
  );
}
