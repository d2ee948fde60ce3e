import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, ClipboardButton, TextLink, Toggletip, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { CallTime } from '../../choice/callTime.ts';
import { labelNames } from '../../components/labelNames.ts';
import { mayExplore } from '../../components/mayExplore.ts';
import { traceLink } from '../../components/traceLink.ts';
import { tempoSource } from '../../data/tempoSource.ts';
import { traceQuery } from '../../queries/traceQuery.ts';
import type { Scope } from '../../queries/scope.ts';
import { timeRange } from '../../choice/timeRange.ts';

interface Props {
  readonly scope: Scope;
  readonly time: CallTime;
  readonly task: string | undefined;
}

/** The same filter for traces: to copy, and to open in Explore where there is a Tempo. */
export function TraceQuery({ scope, time, task }: Props) {
  const styles = useStyles2(getStyles);
  const { expr, left } = traceQuery(scope, task);
  const tempo = tempoSource();
  return (
    <Toggletip
      title="Traces of these calls"
      content={
        <div className={styles}>
          <pre data-testid="traceql">{expr}</pre>
          {left.length > 0 && (
            <p>Spans do not hold {left.map((label) => labelNames[label].toLowerCase()).join(', ')}: it finds more.</p>
          )}
          <p>Traces may be sampled; the rows on this page are not.</p>
          {tempo && mayExplore() ? (
            <OpenTraces uid={tempo.uid} expr={expr} time={time} />
          ) : (
            <p>{tempo ? 'Your role may not open Explore.' : 'There is no Tempo data source to ask.'}</p>
          )}
          <ClipboardButton size="sm" icon="copy" variant="secondary" getText={() => expr}>
            Copy
          </ClipboardButton>
        </div>
      }
    >
      <Button size="sm" variant="secondary" fill="text" icon="compass">
        TraceQL
      </Button>
    </Toggletip>
  );
}

/** Rendered when it is looked at, so that its range ends then. */
function OpenTraces({ uid, expr, time }: { readonly uid: string; readonly expr: string; readonly time: CallTime }) {
  const [nowMs] = useState(() => Date.now());
  const { fromMs, toMs } = timeRange(time, nowMs);
  return (
    <p>
      <TextLink href={traceLink(uid, expr, fromMs, toMs)} variant="bodySmall" icon="compass">
        Open in Explore
      </TextLink>
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    maxWidth: 460,
    pre: { padding: theme.spacing(1), whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
    p: { margin: theme.spacing(0, 0, 1) },
  });
