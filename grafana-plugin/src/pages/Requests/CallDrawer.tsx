import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, Drawer, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { pageHref } from '../../components/frame/pageHref.ts';
import { mayExplore } from '../../components/mayExplore.ts';
import { formatNano } from '../../components/numbers/formatNano.ts';
import { formatTime } from '../../components/numbers/formatTime.ts';
import { LedgerFailure } from '../../components/states/LedgerFailure.tsx';
import { traceLink } from '../../components/traceLink.ts';
import type { Call } from '../../data/call.ts';
import { loadCall } from '../../data/loadCall.ts';
import { tempoSource } from '../../data/tempoSource.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { callFacts } from './callFacts.ts';
import { PriceWorking } from './PriceWorking.tsx';
import type { RequestsView } from './requestsView.ts';

interface Props {
  readonly view: RequestsView;
  readonly callKey: string;
}

/** One call: the working of its price, what else is known of it, and its trace. */
export function CallDrawer({ view: { choice, onChoice }, callKey }: Props) {
  const styles = useStyles2(getStyles);
  const loaded = useLoaded(callKey, (signal) => loadCall(callKey, signal));
  const answer = loaded.value;
  const call = answer?.kind === 'value' ? answer.value.call : undefined;
  return (
    <Drawer
      title={call ? `${formatNano(call.costNanoUsd)} · ${call.model}` : 'One call'}
      subtitle={call && `${call.feature}, ${formatTime(call.time)} UTC`}
      size="md"
      onClose={() => onChoice({ cursor: choice.cursor, call: undefined })}
    >
      <div className={styles} data-testid="call">
        {loaded.failed !== undefined && <LedgerFailure words={loaded.failed} onRetry={loaded.retry} />}
        {answer === undefined && loaded.failed === undefined && <p role="status">Loading the call …</p>}
        {answer?.kind === 'failed' && <LedgerFailure words={answer.words} onRetry={loaded.retry} />}
        {answer?.kind === 'absent' && <p>The ledger holds no such call: its row may be past retention.</p>}
        {answer?.kind === 'value' && call && (
          <>
            <PriceWorking answer={answer.value} />
            <Trace call={call} />
            <h3>What else is known</h3>
            <dl>
              {callFacts(call).map(([name, text]) => (
                <React.Fragment key={name}>
                  <dt>{name}</dt>
                  <dd>{text}</dd>
                </React.Fragment>
              ))}
            </dl>
            {call.task !== null && (
              <p>
                <a href={pageHref('requests', { ...choice, task: call.task, call: undefined, cursor: undefined })}>
                  Every call of its task
                </a>
              </p>
            )}
          </>
        )}
      </div>
    </Drawer>
  );
}

const AROUND_MS = 3_600_000;

function Trace({ call: { traceId, time } }: { readonly call: Call }) {
  const tempo = tempoSource();
  const at = Date.parse(time);
  return (
    <p>
      Trace <code>{traceId}</code>{' '}
      {tempo && mayExplore() ? (
        <TextLink href={traceLink(tempo.uid, traceId, at - AROUND_MS, at + AROUND_MS)} icon="compass" inline>
          Open in Explore
        </TextLink>
      ) : (
        <ClipboardButton size="sm" fill="text" icon="copy" aria-label="Copy the trace id" getText={() => traceId}>
          Copy
        </ClipboardButton>
      )}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    container: 'page / inline-size',
    h3: { margin: theme.spacing(2, 0, 1), fontSize: theme.typography.h5.fontSize },
    dl: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: theme.spacing(0.5, 2), margin: 0 },
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
    a: { color: theme.colors.text.link },
  });
