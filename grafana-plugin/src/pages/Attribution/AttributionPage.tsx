import React from 'react';
import { BooksPage } from '../../components/frame/BooksPage.tsx';
import type { AppSettings } from '../../settings/appSettings.ts';
import { AttributionBody } from './AttributionBody.tsx';

/** Who and what is it for, and what changed? */
export function AttributionPage({ settings }: { readonly settings: AppSettings }) {
  return (
    <BooksPage prometheusUid={settings.prometheusUid} question="Who and what is it for, and what changed?" canCalibrate>
      {(view) => <AttributionBody {...view} />}
    </BooksPage>
  );
}
