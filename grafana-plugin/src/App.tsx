import type { AppRootProps } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import React, { Suspense, lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { PageSkeleton } from './components/states/PageSkeleton.tsx';
import { OverviewPage } from './pages/Overview/OverviewPage.tsx';
import type { AppSettings } from './settings/appSettings.ts';

// Overview is what people open in the morning: it waits for no page but its own.
const AttributionPage = lazy(() =>
  import('./pages/Attribution/AttributionPage.tsx').then((module) => ({ default: module.AttributionPage }))
);
const FeaturePage = lazy(() =>
  import('./pages/Named/FeaturePage.tsx').then((module) => ({ default: module.FeaturePage }))
);
const ForecastPage = lazy(() =>
  import('./pages/Forecast/ForecastPage.tsx').then((module) => ({ default: module.ForecastPage }))
);
const OptimizationsPage = lazy(() =>
  import('./pages/Optimizations/OptimizationsPage.tsx').then((module) => ({ default: module.OptimizationsPage }))
);
const ReconciliationPage = lazy(() =>
  import('./pages/Reconciliation/ReconciliationPage.tsx').then((module) => ({ default: module.ReconciliationPage }))
);
const RequestsPage = lazy(() =>
  import('./pages/Requests/RequestsPage.tsx').then((module) => ({ default: module.RequestsPage }))
);
const ReviewPage = lazy(() =>
  import('./pages/Review/ReviewPage.tsx').then((module) => ({ default: module.ReviewPage }))
);
const TenantPage = lazy(() =>
  import('./pages/Named/TenantPage.tsx').then((module) => ({ default: module.TenantPage }))
);
const ValuePage = lazy(() => import('./pages/Value/ValuePage.tsx').then((module) => ({ default: module.ValuePage })));

const LOADING = (
  <PluginPage>
    <PageSkeleton />
  </PluginPage>
);

/** The app's pages, under /a/aifinops-app. */
export function App({ meta }: AppRootProps<AppSettings>) {
  const settings = meta.jsonData ?? {};
  return (
    <Suspense fallback={LOADING}>
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
    </Suspense>
  );
}
