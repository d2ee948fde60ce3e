import { AppPlugin, type AppRootProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import React, { Suspense, lazy } from 'react';
import { whatChangedLink } from './links/whatChangedLink.ts';
import type { SettingsPageProps } from './settings/SettingsPage.tsx';
import type { AppSettings } from './settings/appSettings.ts';

const LazyApp = lazy(() => import('./App.tsx').then(({ App }) => ({ default: App })));
const LazySettings = lazy(() =>
  import('./settings/SettingsPage.tsx').then(({ SettingsPage }) => ({ default: SettingsPage }))
);

const Root = (props: AppRootProps<AppSettings>) => (
  <Suspense fallback={<LoadingPlaceholder text="" />}>
    <LazyApp {...props} />
  </Suspense>
);

const Settings = (props: SettingsPageProps) => (
  <Suspense fallback={<LoadingPlaceholder text="" />}>
    <LazySettings {...props} />
  </Suspense>
);

export const plugin = new AppPlugin<AppSettings>()
  .setRootPage(Root)
  .addConfigPage({ title: 'Settings', icon: 'cog', body: Settings, id: 'settings' })
  .addLink(whatChangedLink);
