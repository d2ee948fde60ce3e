import type { Calibration } from '../queries/calibration.ts';
import type { Scope } from '../queries/scope.ts';
import type { forecastName } from './forecastName.ts';

/** What a forecast is about: its name, or all; in all environments. */
export const forecastScope = (of: ReturnType<typeof forecastName>, calibration?: readonly Calibration[]): Scope => ({
  ...(of && { filters: [{ label: of.label, values: [of.name] }] }),
  calibration,
});
