import React from 'react';
import { BooksPage } from '../../components/frame/BooksPage.tsx';
import type { AppSettings } from '../../settings/appSettings.ts';
import { ValueBody } from './ValueBody.tsx';

/** Is it worth it? */
export function ValuePage({ settings }: { readonly settings: AppSettings }) {
  return (
    <BooksPage prometheusUid={settings.prometheusUid} question="Is it worth it?" canCalibrate>
      {(view) => <ValueBody {...view} />}
    </BooksPage>
  );
}
