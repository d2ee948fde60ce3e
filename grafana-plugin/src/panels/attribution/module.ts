import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { labelNames } from '../../components/labelNames.ts';
import { LABELS } from '../../queries/label.ts';
import { ownFields } from '../frames/ownFields.ts';
import { AttributionPanel } from './AttributionPanel.tsx';
import { ATTRIBUTION_DEFAULTS, type AttributionOptions } from './attributionOptions.ts';
import { suggestAttribution } from './suggestAttribution.ts';

export const plugin = new PanelPlugin<AttributionOptions>(AttributionPanel)
  .useFieldConfig(ownFields([FieldConfigProperty.DisplayName, FieldConfigProperty.Links]))
  .setSuggestionsSupplier(suggestAttribution)
  .setPanelOptions((builder) =>
    builder
      .addRadio({
        path: 'show',
        name: 'Show',
        defaultValue: ATTRIBUTION_DEFAULTS.show,
        settings: {
          options: [
            { value: 'both', label: 'Both' },
            { value: 'table', label: 'Breakdown' },
            { value: 'trend', label: 'Trend' },
          ],
        },
      })
      .addRadio({
        path: 'days',
        name: 'Days',
        description: 'What the breakdown adds up, to the last day of the answer; compared with the days before.',
        defaultValue: ATTRIBUTION_DEFAULTS.days,
        settings: {
          options: [
            { value: 1, label: 'Last day' },
            { value: 7, label: '7' },
            { value: 30, label: '30' },
            { value: 90, label: '90' },
          ],
        },
        showIf: ({ show }) => show !== 'trend',
      })
      .addSliderInput({
        path: 'rows',
        name: 'Rows',
        description: 'The smaller ones stand in one row.',
        defaultValue: ATTRIBUTION_DEFAULTS.rows,
        settings: { min: 3, max: 50, step: 1 },
        showIf: ({ show }) => show !== 'trend',
      })
      .addSelect({
        path: 'label',
        name: 'Names are of',
        description: 'So that a row leads to what changed for it. Data links come first.',
        defaultValue: ATTRIBUTION_DEFAULTS.label,
        settings: {
          options: [
            { value: 'auto', label: 'Auto' },
            { value: 'none', label: 'Nothing to open' },
            ...LABELS.map((label) => ({ value: label, label: labelNames[label] })),
          ],
        },
        showIf: ({ show }) => show !== 'trend',
      })
  );
