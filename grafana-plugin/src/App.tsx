import type { AppRootProps } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import React, { Suspense, lazy, type ComponentType } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { PageSkeleton } from './components/states/PageSkeleton.tsx';
import { OverviewPage } from './pages/Overview/OverviewPage.tsx';
import type { AppSettings } from './settings/appSettings.ts';

/** Overview is what people open in the morning: it waits for the code of no other page. */
const page = <Name extends string, Props>(
  name: Name,
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>
) => lazy(async () => ({ default: (await load())[name] }));

const AttributionPage = page('AttributionPage', () => import('./pages/Attribution/AttributionPage.tsx'));
const FeaturePage = page('FeaturePage', () => import('./pages/Named/FeaturePage.tsx'));
const ForecastPage = page('ForecastPage', () => import('./pages/Forecast/ForecastPage.tsx'));
const OptimizationsPage = page('OptimizationsPage', () => import('./pages/Optimizations/OptimizationsPage.tsx'));
const ReconciliationPage = page('ReconciliationPage', () => import('./pages/Reconciliation/ReconciliationPage.tsx'));
const RequestsPage = page('RequestsPage', () => import('./pages/Requests/RequestsPage.tsx'));
const ReviewPage = page('ReviewPage', () => import('./pages/Review/ReviewPage.tsx'));
const TenantPage = page('TenantPage', () => import('./pages/Named/TenantPage.tsx'));
const ValuePage = page('ValuePage', () => import('./pages/Value/ValuePage.tsx'));

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
