import type { AppRootProps } from '@grafana/data';
import React from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { AttributionPage } from './pages/Attribution/AttributionPage.tsx';
import { ForecastPage } from './pages/Forecast/ForecastPage.tsx';
import { FeaturePage } from './pages/Named/FeaturePage.tsx';
import { TenantPage } from './pages/Named/TenantPage.tsx';
import { OptimizationsPage } from './pages/Optimizations/OptimizationsPage.tsx';
import { OverviewPage } from './pages/Overview/OverviewPage.tsx';
import { ReconciliationPage } from './pages/Reconciliation/ReconciliationPage.tsx';
import { RequestsPage } from './pages/Requests/RequestsPage.tsx';
import { ReviewPage } from './pages/Review/ReviewPage.tsx';
import { ValuePage } from './pages/Value/ValuePage.tsx';
import type { AppSettings } from './settings/appSettings.ts';

/** The app's pages, under /a/aifinops-app. */
export function App({ meta }: AppRootProps<AppSettings>) {
  const settings = meta.jsonData ?? {};
  return (
    <Routes>
      <Route path="overview" element={<OverviewPage settings={settings} />} />
      <Route path="feature" element={<FeaturePage prometheusUid={settings.prometheusUid} />} />
      <Route path="tenant" element={<TenantPage prometheusUid={settings.prometheusUid} />} />
      <Route path="attribution" element={<AttributionPage settings={settings} />} />
      <Route path="requests" element={<RequestsPage settings={settings} />} />
      <Route path="optimizations" element={<OptimizationsPage prometheusUid={settings.prometheusUid} />} />
      <Route path="reconciliation" element={<ReconciliationPage settings={settings} />} />
      <Route path="value" element={<ValuePage settings={settings} />} />
      <Route path="review" element={<ReviewPage settings={settings} />} />
      <Route path="forecast" element={<ForecastPage settings={settings} />} />
      <Route path="*" element={<Navigate to={`/a/${meta.id}/overview`} replace />} />
    </Routes>
  );
}
