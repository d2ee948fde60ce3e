import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { EventEntry } from '../../data/lever.ts';

/** Every entry of the record: who did what, when, and what it said then. */
export function EventHistory({ history }: { readonly history: readonly EventEntry[] }) {
  const styles = useStyles2(getStyles);
  return (
    <section data-testid="event-history">
      <h2 className={styles.title}>Record</h2>
      <ol reversed className={styles.list}>
        {history.map(({ version, action, at, by, note, record }, index) => (
          <li key={version} value={version}>
            {at.slice(0, 16).replace('T', ' ')} UTC, {by.name}: {action}
            {note !== undefined && ` – ${note}`}
            <span className={styles.said}> {changes(record, history[index + 1]?.record)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What an entry says otherwise than the one before it. */
function changes(record: EventEntry['record'], before: EventEntry['record'] = {}): string {
  return [...new Set([...Object.keys(before), ...Object.keys(record)])]
    .filter((name) => record[name] !== before[name])
    .map((name) => `${name} ${record[name] ?? 'taken away'}`)
    .join(' · ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ margin: theme.spacing(0, 0, 1), fontSize: theme.typography.h5.fontSize }),
  list: css({ margin: 0, paddingLeft: theme.spacing(3) }),
  said: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
});
