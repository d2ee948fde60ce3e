import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { APP_ID } from '../../data/appId.ts';
import type { AgendaItem, Review } from '../../data/review.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { isoDay } from '../../queries/isoDay.ts';

/** That the agenda's unit economics are of. */
const WORTH_DAYS = 30;

const LINKS: Readonly<Record<string, string>> = {
  number: 'Overview',
  drivers: 'What changed',
  economics: 'Value',
  levers: 'Verdicts',
  next: 'Opportunities',
  trust: 'Reconciliation',
  decisions: 'Below',
};

interface Props {
  readonly review: Review;
  /** UTC, ms since the epoch. */
  readonly lastClosedDay: number;
}

/** The points, each with its minutes, what the books say, and where to look. */
export function Agenda({ review: { agenda, from, to }, lastClosedDay }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <ol className={styles} data-testid="agenda">
      {agenda.map((item) => (
        <li key={item.id} data-item={item.id}>
          <h2>
            {item.title} <small>{item.minutes} min</small>
          </h2>
          {item.sentences.length === 1 ? (
            <p>{item.sentences[0]}</p>
          ) : (
            <ul>
              {item.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          <TextLink href={hrefOf(item, from, to, lastClosedDay)} inline={false}>
            {LINKS[item.id] ?? 'More'}
          </TextLink>
        </li>
      ))}
    </ol>
  );
}

/** Pages about days open on those of the week; Value on what the agenda tells of: 30 days, all environments. */
function hrefOf({ id, page }: AgendaItem, from: string, to: string, lastClosedDay: number): string {
  if (id === 'decisions') {
    return '#decisions';
  }
  const days = (first: string, last: string) => `/a/${APP_ID}/${page}?period=${first}..${last}&environment=`;
  if (page === 'value') {
    const last = Math.min(Date.parse(to), lastClosedDay);
    return days(isoDay(last - (WORTH_DAYS - 1) * DAY_MS), isoDay(last));
  }
  return page === 'overview' || page === 'attribution' ? days(from, to) : `/a/${APP_ID}/${page}`;
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    margin: 0,
    paddingLeft: theme.spacing(3),
    columnGap: theme.spacing(4),
    '@container page (min-width: 1000px)': { columns: 2 },
    '> li': { breakInside: 'avoid', paddingBottom: theme.spacing(2) },
    h2: { margin: 0, fontSize: theme.typography.h5.fontSize },
    small: { color: theme.colors.text.secondary },
    p: { margin: theme.spacing(0.5, 0) },
    ul: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2) },
  });
