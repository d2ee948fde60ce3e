import { z } from 'zod';
import { keptForecast } from '../../analysis/forecast/keptForecast.ts';
import type { KeptForecast } from '../../analysis/forecast/scoreForecast.ts';
import type { Ask } from '../../questions/ask.ts';
import { FORECAST_SCOPES } from '../../questions/costHistory.ts';
import { dayText } from '../../store/dayText.ts';
import { ApiRefusal } from '../apiRefusal.ts';
import type { Route } from '../route.ts';

const query = z.strictObject({
  scope: z.enum(FORECAST_SCOPES, `one of ${FORECAST_SCOPES.join(', ')}`).meta({ description: 'What is forecast' }),
  name: z.string().min(1).max(300).meta({ description: 'Which one; the total has none' }).optional(),
});

const days = z.array(
  z.object({
    day: z.string(),
    usd: z.number(),
    low80: z.number(),
    high80: z.number(),
    low95: z.number(),
    high95: z.number(),
  })
);
const score = z.object({
  days: z.number(),
  error: z.number().nullable(),
  sumError: z.number().nullable(),
  within80: z.number(),
  within95: z.number(),
});
const answer = z.object({
  state: z.enum(['ready', 'no_history', 'too_short', 'gaps', 'stopped']),
  reason: z.string().nullable(),
  notes: z.array(z.string()),
  days,
  coverage: z.array(
    z.object({
      fromAhead: z.number(),
      throughAhead: z.number(),
      days: z.number(),
      shares: z.object({ 80: z.number(), 95: z.number() }),
    })
  ),
  months: z.array(z.object({ month: z.string(), low: z.number(), middle: z.number(), high: z.number() })),
  kept: z.array(z.object({ at: z.string(), days, score: score.nullable() })),
});

/** The forecast of one scope, and how earlier ones did. */
export function forecastRoutes(ask: Ask): Route[] {
  const route: Route<z.infer<typeof query>> = {
    method: 'GET',
    path: '/api/v1/forecasts',
    summary:
      'What a scope is forecast to cost: 90 days with bounds, 12 months as a band, earlier forecasts and their errors',
    query,
    answers: { 200: answer },
    async handle({ query: { scope, name } }) {
      if ((scope === 'total') === (name !== undefined)) {
        const error = scope === 'total' ? 'name: the total has none' : `name: say which ${scope}`;
        throw new ApiRefusal(400, error, { field: 'name' });
      }
      const { forecast, months, kept } = await ask('forecast', { scope, name: name ?? '' });
      const isReady = forecast.state === 'ready';
      return {
        body: {
          state: forecast.state,
          reason: isReady ? null : forecast.reason,
          notes: isReady ? forecast.notes : [],
          days: isReady ? shownDays(keptForecast(forecast.path)) : [],
          coverage: isReady ? forecast.coverage : [],
          months,
          kept: kept.map((one) => ({
            at: new Date(one.atMs).toISOString(),
            days: shownDays(one.kept),
            score: one.score ?? null,
          })),
        },
      };
    },
  };
  return [route as Route];
}

function shownDays({ firstDay, usd, low80, high80, low95, high95 }: KeptForecast): z.infer<typeof days> {
  return usd.map((median, index) => ({
    day: dayText(firstDay + index),
    usd: median,
    low80: low80[index] ?? 0,
    high80: high80[index] ?? 0,
    low95: low95[index] ?? 0,
    high95: high95[index] ?? 0,
  }));
}
