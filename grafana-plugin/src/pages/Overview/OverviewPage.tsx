import { PluginPage } from '@grafana/runtime';
import React from 'react';
import { choosePromSource } from '../../data/choosePromSource.ts';
import { loadBooks } from '../../data/loadBooks.ts';
import { promSources } from '../../data/promSources.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import type { AppSettings } from '../../settings/appSettings.ts';
import { chooseEnvironment } from './chooseEnvironment.ts';
import { EnvironmentPicker } from './EnvironmentPicker.tsx';
import { NoDataSource } from './NoDataSource.tsx';
import { OverviewBody } from './OverviewBody.tsx';
import { useOverviewUrl } from './useOverviewUrl.ts';

const BOOKS_EVERY_MS = 60_000;

/** What did AI cost yesterday, and is that all right? */
export function OverviewPage({ settings }: { readonly settings: AppSettings }) {
  const [choice, setChoice] = useOverviewUrl();
  const source = choosePromSource(promSources(), settings);
  const books = useLoaded(
    source?.uid ?? '',
    (signal) => (source ? loadBooks(source, Date.now(), signal) : Promise.resolve(undefined)),
    BOOKS_EVERY_MS
  );
  const environments = books.value?.environments ?? [];
  const environment = chooseEnvironment(choice.environment, environments);
  return (
    <PluginPage
      subTitle="What did AI cost yesterday, and is that all right?"
      actions={
        environments.length > 0 && (
          <EnvironmentPicker
            environments={environments}
            value={environment}
            onChange={(next) => setChoice({ environment: next ?? '' })}
          />
        )
      }
    >
      {source ? (
        <OverviewBody source={source} books={books} environment={environment} choice={choice} onChoice={setChoice} />
      ) : (
        <NoDataSource missingUid={settings.prometheusUid} />
      )}
    </PluginPage>
  );
}
