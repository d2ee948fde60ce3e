import type { AppRootProps } from '@grafana/data';
import React from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { OverviewPage } from './pages/Overview/OverviewPage.tsx';
import type { AppSettings } from './settings/appSettings.ts';

/** The app's pages, under /a/aifinops-app. */
export function App({ meta }: AppRootProps<AppSettings>) {
  return (
    <Routes>
      <Route path="overview" element={<OverviewPage settings={meta.jsonData ?? {}} />} />
      <Route path="*" element={<Navigate to={`/a/${meta.id}/overview`} replace />} />
    </Routes>
  );
}
