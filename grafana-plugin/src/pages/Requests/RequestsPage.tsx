import { PluginPage } from '@grafana/runtime';
import React from 'react';
import { chooseEnvironment } from '../../choice/chooseEnvironment.ts';
import { FilterChips } from '../../components/frame/FilterChips.tsx';
import { PrintStyle } from '../../components/frame/PrintStyle.tsx';
import { useChoice } from '../../components/frame/useChoice.ts';
import { NoLedger } from '../../components/states/NoLedger.tsx';
import { PageSkeleton } from '../../components/states/PageSkeleton.tsx';
import { choosePromSource } from '../../data/choosePromSource.ts';
import { loadBooks } from '../../data/loadBooks.ts';
import { promSources } from '../../data/promSources.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import type { AppSettings } from '../../settings/appSettings.ts';
import { RequestsBody } from './RequestsBody.tsx';
import { RequestsControls } from './RequestsControls.tsx';

/** Which calls cost that? Rows of the ledger; Prometheus only says which environments and names there are. */
export function RequestsPage({ settings }: { readonly settings: AppSettings }) {
  const [choice, onChoice] = useChoice();
  const source = choosePromSource(promSources(), settings);
  const books = useLoaded(source?.uid ?? '', (signal) =>
    source ? loadBooks(source, Date.now(), signal) : Promise.resolve(undefined)
  );
  const environments = books.value?.environments ?? [];
  const environment = chooseEnvironment(choice.environment, environments);
  // What is chosen anew starts on the first page.
  const choose: typeof onChoice = (change) => onChoice({ cursor: undefined, call: undefined, ...change });
  const isKnown = source === undefined || !books.loading;
  return (
    <PluginPage
      subTitle="Which calls cost that?"
      actions={
        <RequestsControls environments={environments} environment={environment} time={choice.time} onChoice={choose} />
      }
    >
      <PrintStyle />
      {source && <FilterChips source={source} environment={environment} filters={choice.filters} onChoice={choose} />}
      {!settings.ledgerUrl ? (
        <NoLedger isSet={false} />
      ) : isKnown ? (
        <RequestsBody scope={{ environment, filters: choice.filters }} choice={choice} onChoice={choose} />
      ) : (
        <PageSkeleton />
      )}
    </PluginPage>
  );
}
