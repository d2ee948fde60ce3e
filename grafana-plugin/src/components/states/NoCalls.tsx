import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, ClipboardButton, EmptyState, Stack, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { PromSource } from '../../data/promSource.ts';

const CODE = `npm install @ai-finops/instrumentation
AI_FINOPS_ENDPOINT=http://127.0.0.1:4318 node --import @ai-finops/instrumentation/register app.js`;

interface Props {
  readonly source: PromSource;
  readonly onRetry: () => void;
}

/** Prometheus answers but has never heard of AI cost: why, and the one step that changes it. */
export function NoCalls({ source, onRetry }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <EmptyState variant="call-to-action" message="No AI calls seen yet" hideImage>
      <div className={styles.body}>
        <p>
          {source.name} answers, but holds no cost series: no service has sent a call yet, or Prometheus does not scrape
          the ledger (<code>/metrics</code> and <code>/metrics/closes</code> on port 4320).
        </p>
        <p>Start a Node service like this, and its spend shows here after its first AI call:</p>
        <pre>{CODE}</pre>
        <Stack justifyContent="center">
          <ClipboardButton icon="copy" variant="primary" getText={() => CODE}>
            Copy
          </ClipboardButton>
          <Button variant="secondary" icon="sync" onClick={onRetry}>
            Look again
          </Button>
        </Stack>
      </div>
    </EmptyState>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({
    maxWidth: 720,
    margin: '0 auto',
    pre: { textAlign: 'left', margin: theme.spacing(2, 0), padding: theme.spacing(2), whiteSpace: 'pre-wrap' },
  }),
});
