import { PanelPlugin } from '@grafana/data';
import { ownFields } from '../frames/ownFields.ts';
import { FORECAST_DEFAULTS, type ForecastOptions } from './forecastOptions.ts';
import { ForecastPanel } from './ForecastPanel.tsx';
import { suggestForecast } from './suggestForecast.ts';

export const plugin = new PanelPlugin<ForecastOptions>(ForecastPanel)
  .useFieldConfig(ownFields([]))
  .setSuggestionsSupplier(suggestForecast)
  .setPanelOptions((builder) =>
    builder
      .addSliderInput({
        path: 'horizon',
        name: 'Days ahead',
        defaultValue: FORECAST_DEFAULTS.horizon,
        settings: { min: 7, max: 180, step: 1 },
      })
      .addRadio({
        path: 'usage',
        name: 'Usage',
        description: 'Times what history projects.',
        defaultValue: FORECAST_DEFAULTS.usage,
        settings: {
          options: [
            { value: 0.5, label: 'Half' },
            { value: 1, label: 'Expected' },
            { value: 2, label: 'Double' },
          ],
        },
      })
      .addNumberInput({
        path: 'budget',
        name: 'Budget, USD a month',
        description: 'Drawn as a line of what a day may cost.',
        settings: { min: 0, placeholder: 'none' },
      })
  );
