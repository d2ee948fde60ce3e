import { PanelPlugin } from '@grafana/data';
import { ownFields } from '../frames/ownFields.ts';
import { OPTIMIZATION_DEFAULTS, type OptimizationOptions } from './optimizationOptions.ts';
import { OptimizationPanel } from './OptimizationPanel.tsx';
import { suggestOptimization } from './suggestOptimization.ts';

export const plugin = new PanelPlugin<OptimizationOptions>(OptimizationPanel)
  .useFieldConfig(ownFields([]))
  .setSuggestionsSupplier(suggestOptimization)
  // Without it Grafana keeps the dashboard's annotations to itself.
  .setDataSupport({ annotations: true, alertStates: false })
  .setPanelOptions((builder) =>
    builder
      .addTextInput({
        path: 'tag',
        name: 'Tag of optimizations',
        description: 'Annotations of the dashboard that carry it mark where before ends. Empty: all annotations do.',
        defaultValue: OPTIMIZATION_DEFAULTS.tag,
      })
      .addTextInput({
        path: 'date',
        name: 'Date of its own',
        description: 'A UTC day that is not among the annotations.',
        defaultValue: OPTIMIZATION_DEFAULTS.date,
        settings: { placeholder: '2026-11-04' },
      })
      .addTextInput({
        path: 'what',
        name: 'What was done then',
        defaultValue: OPTIMIZATION_DEFAULTS.what,
        showIf: ({ date }) => date !== '',
      })
  );
