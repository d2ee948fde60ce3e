import React from 'react';
import { BooksPage } from '../../components/frame/BooksPage.tsx';
import type { AppSettings } from '../../settings/appSettings.ts';
import { ForecastBody } from './ForecastBody.tsx';

/** What will it cost, at half, expected and double usage? */
export function ForecastPage({ settings }: { readonly settings: AppSettings }) {
  return (
    <BooksPage
      prometheusUid={settings.prometheusUid}
      question="What will it cost, at half, expected and double usage?"
      isWhole
      canCalibrate
    >
      {(view) => <ForecastBody {...view} />}
    </BooksPage>
  );
}
