import React from 'react';
import { BooksPage } from '../../components/frame/BooksPage.tsx';
import type { AppSettings } from '../../settings/appSettings.ts';
import { ReviewBody } from './ReviewBody.tsx';

/** What do we decide this week? */
export function ReviewPage({ settings }: { readonly settings: AppSettings }) {
  return (
    <BooksPage prometheusUid={settings.prometheusUid} question="What do we decide this week?" isWhole>
      {(view) => <ReviewBody {...view} />}
    </BooksPage>
  );
}
