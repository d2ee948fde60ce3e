/** Labels a forecast is made by. */
export const FORECAST_LABELS = ['provider', 'team', 'feature'] as const;

export type ForecastLabel = (typeof FORECAST_LABELS)[number];
