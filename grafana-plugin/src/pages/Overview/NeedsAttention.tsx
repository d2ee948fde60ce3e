import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, LinkButton, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { pageHref } from '../../components/frame/pageHref.ts';
import type { View } from '../../components/frame/view.ts';
import { loadAnomalies } from '../../data/loadAnomalies.ts';
import { loadAttention } from '../../data/loadAttention.ts';
import { mayEdit } from '../../data/mayEdit.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { anomalyItem } from './anomalyItem.ts';
import { attentionItems } from './attentionItems.ts';
import { DismissButton } from './DismissButton.tsx';
import { isoDay } from '../../queries/isoDay.ts';

/** How far back the ledger is asked, and how long after its last unusual day an incident still is news. */
const ANOMALY_DAYS = 27;
const OVER_DAYS = 2;
/** More than these stand behind a button: the chart is to be seen without scrolling. */
const SHOWN = 6;

/** What is unusual, over a budget or threshold, or will be; or that nothing is. */
export function NeedsAttention({ view: { source, scope, books, choice } }: { readonly view: View }) {
  const styles = useStyles2(getStyles);
  const { environment } = scope;
  const at = (daysBack: number) => isoDay(books.lastClosedDay - daysBack * DAY_MS);
  // What stands out today already is told, too.
  const days = { from: at(ANOMALY_DAYS), to: isoDay(books.today) };
  const about = JSON.stringify([source.uid, environment, books.lastClosedDay]);
  const attention = useLoaded(about, (signal) => loadAttention(source, scope, books, Date.now(), signal));
  const anomalies = useLoaded(about, (signal) => loadAnomalies(environment, days, signal));
  const found = (anomalies.value?.kind === 'value' ? anomalies.value.value : []).filter(
    ({ isDismissed, through }) => !isDismissed && through >= at(OVER_DAYS)
  );
  const items = [
    ...found.map((anomaly) => anomalyItem(anomaly, books.lastClosedDay, attention.value?.featureOwners)),
    ...(attention.value ? attentionItems(attention.value, books.today) : []),
  ];
  const notes = [
    ...(anomalies.value?.kind === 'absent' ? ['This ledger does not look for anomalies yet.'] : []),
    ...(anomalies.value?.kind === 'failed'
      ? [`The ledger could not say what is unusual: ${anomalies.value.words}.`]
      : []),
    ...(attention.failed === undefined ? [] : [`Budgets and thresholds got no answer: ${attention.failed}.`]),
    ...(attention.value?.failures.length
      ? [`Not all was answered: ${[...new Set(attention.value.failures)].join('; ')}.`]
      : []),
  ];
  const [isAll, setAll] = useState(false);
  const shown = isAll ? items : items.slice(0, SHOWN);
  const isKnown = attention.value !== undefined && anomalies.value !== undefined;
  return (
    <section data-testid="attention" aria-busy={!isKnown}>
      <h2 className={styles.title} title={attention.value?.alertsFrom}>
        Needs attention{items.length > 0 && ` (${items.length})`}
      </h2>
      <ul className={styles.list}>
        {shown.map(({ id, isOver, subject, words, owner, look, anomaly, alertHref }) => (
          <li key={id} className={styles.item}>
            <Icon
              name={isOver ? 'exclamation-circle' : 'clock-nine'}
              className={isOver ? styles.over : styles.soon}
              title={isOver ? 'over' : 'will be'}
            />
            <span className={styles.words}>
              <b>{subject}</b>: {words}
            </span>
            {owner !== undefined && <span className={styles.owner}>owner {owner}</span>}
            {look && (
              <LinkButton
                size="sm"
                variant="secondary"
                href={pageHref('attribution', { ...choice, ...look, open: undefined, sort: '', find: '' })}
              >
                Look
              </LinkButton>
            )}
            {alertHref !== undefined && (
              <LinkButton size="sm" variant="secondary" fill="text" href={alertHref}>
                Open the alert
              </LinkButton>
            )}
            {anomaly && mayEdit() && <DismissButton anomaly={anomaly} onDone={anomalies.retry} />}
          </li>
        ))}
      </ul>
      {items.length > SHOWN && (
        <Button size="sm" variant="secondary" fill="text" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? 'Show fewer' : `Show all ${items.length}`}
        </Button>
      )}
      {isKnown && items.length === 0 && (
        <p className={styles.note}>Nothing: every budget lasts the month at its pace, no threshold is passed.</p>
      )}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ margin: theme.spacing(0, 0, 0.5), fontSize: theme.typography.h5.fontSize }),
  list: css({ margin: 0, padding: 0, listStyle: 'none' }),
  item: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  words: css({ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }),
  over: css({ color: theme.colors.error.text }),
  soon: css({ color: theme.colors.warning.text }),
  owner: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
  note: css({ margin: 0, color: theme.colors.text.secondary }),
});
