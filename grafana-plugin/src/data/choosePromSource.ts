import type { AppSettings } from '../settings/appSettings.ts';
import type { PromSource } from './promSource.ts';

/** The data source set in the settings, otherwise the first; undefined where there is none, or the set one is gone. */
export const choosePromSource = (sources: readonly PromSource[], settings: AppSettings): PromSource | undefined =>
  settings.prometheusUid ? sources.find(({ uid }) => uid === settings.prometheusUid) : sources[0];
