import { ClipboardButton, Stack } from '@grafana/ui';
import React from 'react';
import type { FeatureEconomics } from '../../data/economics.ts';

/** Features that deliver something nobody counts, and the line that counts it. */
export function NoOutcomes({ features }: { readonly features: readonly FeatureEconomics[] }) {
  const [first] = features;
  if (!first) {
    return null;
  }
  const code = `recordOutcome({ feature: ${JSON.stringify(first.feature)}, unit: 'answer' });`;
  return (
    <section data-testid="no-outcomes">
      <h2 style={{ fontSize: 'inherit' }}>No outcomes</h2>
      <p>
        Nobody counts what {features.map(({ feature }) => feature).join(', ')}{' '}
        {features.length === 1 ? 'delivers' : 'deliver'}, so there is no cost an outcome. One line in the service, where
        the work is done:
      </p>
      <Stack alignItems="center">
        <pre style={{ margin: 0 }}>{code}</pre>
        <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => code}>
          Copy
        </ClipboardButton>
      </Stack>
      <p>
        Or a metric you have (<code>outcomes: {'{ promql }'}</code> in the owners file), or a CSV:{' '}
        <code>ai-finops outcomes import</code>
      </p>
    </section>
  );
}
