import { PanelPlugin } from '@grafana/data';
import { ownFields } from '../frames/ownFields.ts';
import { RECONCILIATION_DEFAULTS, type ReconciliationOptions } from './reconciliationOptions.ts';
import { ReconciliationPanel } from './ReconciliationPanel.tsx';
import { suggestReconciliation } from './suggestReconciliation.ts';

export const plugin = new PanelPlugin<ReconciliationOptions>(ReconciliationPanel)
  .useFieldConfig(ownFields([]))
  .setSuggestionsSupplier(suggestReconciliation)
  .setPanelOptions((builder) =>
    builder
      .addTextInput({
        path: 'month',
        name: 'Month',
        description: 'A UTC month, as 2026-10.',
        defaultValue: RECONCILIATION_DEFAULTS.month,
        settings: { placeholder: 'the newest' },
      })
      .addTextInput({
        path: 'provider',
        name: 'Provider',
        description: 'As the books name it: openai, anthropic, aws.bedrock.',
        defaultValue: RECONCILIATION_DEFAULTS.provider,
        settings: { placeholder: 'all together' },
      })
  );
