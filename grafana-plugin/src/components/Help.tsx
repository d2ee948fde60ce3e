import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { config } from '@grafana/runtime';
import { IconButton, TextLink, Toggletip, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { PromSource } from '../data/promSource.ts';
import type { Question } from '../queries/question.ts';
import { exploreLink } from './exploreLink.ts';

interface Props {
  /** What the number is called: "yesterday". */
  readonly of: string;
  readonly definition: string;
  readonly question: Question;
  readonly source: PromSource;
}

/** What a number means, the exact query behind it and the way to ask it oneself. */
export function Help({ of, definition, question, source }: Props) {
  const styles = useStyles2(getStyles);
  const mayExplore = config.bootData.user.permissions?.['datasources:explore'] === true;
  const asked = new Date(question.toMs).toISOString().slice(0, 16).replace('T', ' ');
  return (
    <Toggletip
      title={of}
      content={
        <div className={styles.body}>
          <p>{definition}</p>
          <pre className={styles.query}>{question.expr}</pre>
          <p className={styles.asked}>
            {question.range ? 'One value for each UTC day.' : `Asked for ${asked} UTC.`} Data source: {source.name}.
          </p>
          {mayExplore && (
            <TextLink href={exploreLink(source, question)} inline={false} icon="compass">
              Open in Explore
            </TextLink>
          )}
        </div>
      }
    >
      <IconButton name="question-circle" size="sm" aria-label={`What is “${of}”?`} />
    </Toggletip>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({ maxWidth: 420, p: { margin: theme.spacing(0, 0, 1) } }),
  query: css({
    margin: theme.spacing(0, 0, 1),
    padding: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  }),
  asked: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
