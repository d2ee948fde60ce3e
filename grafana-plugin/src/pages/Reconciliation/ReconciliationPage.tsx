import React from 'react';
import { BooksPage } from '../../components/frame/BooksPage.tsx';
import type { AppSettings } from '../../settings/appSettings.ts';
import { ReconciliationBody } from './ReconciliationBody.tsx';

/** Does our number agree with the invoice? */
export function ReconciliationPage({ settings }: { readonly settings: AppSettings }) {
  return (
    <BooksPage prometheusUid={settings.prometheusUid} question="Does our number agree with the invoice?" isWhole>
      {(view) => <ReconciliationBody {...view} />}
    </BooksPage>
  );
}
