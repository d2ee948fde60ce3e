import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { PromSource } from '../data/promSource.ts';
import type { Question } from '../queries/question.ts';
import { exploreLink } from './exploreLink.ts';
import { mayExplore } from './mayExplore.ts';

interface Props {
  readonly question: Question;
  readonly source: PromSource;
}

/** The exact query behind a number, when it was asked for, and the way to ask it oneself, for those who may. */
export function AskedQuestion({ question, source }: Props) {
  const styles = useStyles2(getStyles);
  const asked = new Date(question.toMs).toISOString().slice(0, 16).replace('T', ' ');
  if (question.unkept !== undefined) {
    return <p className={styles.asked}>No query: it is {question.unkept}.</p>;
  }
  if (question.books !== undefined) {
    const { params } = question.books;
    const lines = Object.entries(params).flatMap(([name, values]) =>
      [values].flat().map((value) => `${name}=${value}`)
    );
    return (
      <>
        <pre className={styles.query}>{['GET /api/v1/costs', ...lines].join('\n')}</pre>
        <p className={styles.asked}>Asked of the ledger’s books: tenants’ series in Prometheus know no provider.</p>
      </>
    );
  }
  return (
    <>
      <pre className={styles.query}>{question.expr}</pre>
      <p className={styles.asked}>
        {question.range ? 'One value for each UTC day.' : `Asked for ${asked} UTC.`}{' '}
        {mayExplore() && (
          <TextLink href={exploreLink(source, question)} variant="bodySmall" icon="compass">
            Open in Explore
          </TextLink>
        )}
      </p>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  query: css({
    margin: theme.spacing(0, 0, 0.5),
    padding: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  }),
  asked: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
