import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, FieldSet, Icon, useStyles2 } from '@grafana/ui';
import React from 'react';
import { useLoaded } from '../data/useLoaded.ts';
import type { AppSettings } from './appSettings.ts';
import { loadFirstSteps } from './loadFirstSteps.ts';
import { thresholdWords } from './thresholdWords.ts';

interface Props {
  readonly pluginId: string;
  /** As saved. */
  readonly settings: AppSettings;
}

const EVERY_MS = 5_000;

/** The first run as a checklist that turns green by itself, and the rules in force. */
export function FirstStepsList({ pluginId, settings }: Props) {
  const styles = useStyles2(getStyles);
  const { value } = useLoaded(
    JSON.stringify(settings),
    (signal) => loadFirstSteps(pluginId, settings, Date.now(), signal),
    EVERY_MS
  );
  return (
    <>
      <FieldSet label="From nothing to the first closed day">
        {value === undefined ? (
          <p role="status">Looking …</p>
        ) : (
          <ol className={styles.steps} data-testid="first-steps">
            {value.steps.map(({ what, isDone, words, code }) => (
              <li key={what} data-done={isDone}>
                <Icon
                  name={isDone ? 'check-circle' : 'circle'}
                  className={isDone ? styles.done : undefined}
                  title={isDone ? 'done' : 'to do'}
                />
                <span>
                  <b>{what}</b>: {words}
                  {code !== undefined && (
                    <>
                      <pre>{code}</pre>
                      <ClipboardButton size="sm" icon="copy" variant="secondary" getText={() => code}>
                        Copy
                      </ClipboardButton>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ol>
        )}
      </FieldSet>
      <FieldSet label="When it is too much">
        {value && value.thresholds.length > 0 ? (
          <dl className={styles.facts} data-testid="thresholds">
            {value.thresholds
              .map(([name, limit]) => ({ name, ...thresholdWords(name, limit) }))
              .map(({ name, says, limit }) => (
                <React.Fragment key={name}>
                  <dt title={name}>{says}</dt>
                  <dd>{limit}</dd>
                </React.Fragment>
              ))}
          </dl>
        ) : (
          <p>No thresholds are known yet: they come from the ledger.</p>
        )}
        <p>
          From the owners file (<code>thresholds:</code>), or its defaults.
        </p>
      </FieldSet>
      <FieldSet label="Who may do what">
        <dl className={styles.facts}>
          <dt>See every page</dt>
          <dd>Viewers</dd>
          <dt>Record events, marks and decisions</dt>
          <dd>Editors</dd>
          <dt>Sign a provider’s month, open it again</dt>
          <dd>
            Admins, and whoever has the role “Month signer” (<code>aifinops-app.signoffs:write</code>)
          </dd>
          <dt>Close books, change these settings</dt>
          <dd>Admins</dd>
        </dl>
      </FieldSet>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  steps: css({
    margin: 0,
    padding: 0,
    listStyle: 'none',
    li: { display: 'flex', gap: theme.spacing(1), padding: theme.spacing(0.5, 0) },
    pre: { margin: theme.spacing(1, 0), padding: theme.spacing(1), whiteSpace: 'pre-wrap' },
  }),
  done: css({ color: theme.colors.success.text }),
  facts: css({
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(0.5, 2),
    dt: { fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0, color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' },
  }),
});
