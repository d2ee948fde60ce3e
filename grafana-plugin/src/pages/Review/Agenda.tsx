import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { APP_ID } from '../../data/appId.ts';
import type { AgendaItem } from './agendaItems.ts';

/** The points, each with its minutes and where to look. */
export function Agenda({ items }: { readonly items: readonly AgendaItem[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ol className={styles} data-testid="agenda">
      {items.map(({ id, title, minutes, sentence, page, link }) => (
        <li key={id} data-item={id}>
          <h2>
            {title} <small>{minutes} min</small>
          </h2>
          <p>
            {sentence}{' '}
            <TextLink href={id === 'decisions' ? '#decisions' : `/a/${APP_ID}/${page}`} inline>
              {link}
            </TextLink>
          </p>
        </li>
      ))}
    </ol>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    paddingLeft: theme.spacing(3),
    h2: { margin: 0, fontSize: theme.typography.h5.fontSize },
    small: { color: theme.colors.text.secondary },
    p: { margin: theme.spacing(0, 0, 1.5) },
  });
