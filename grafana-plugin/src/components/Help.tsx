import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, Toggletip, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { PromSource } from '../data/promSource.ts';
import type { Question } from '../queries/question.ts';
import { AskedQuestion } from './AskedQuestion.tsx';

interface Props {
  /** What the number is called: "yesterday". */
  readonly of: string;
  readonly definition: string;
  readonly question: Question;
  /** The questions behind the other numbers beside it, by their names. */
  readonly also?: Readonly<Record<string, Question>>;
  readonly source: PromSource;
}

/** What a number means, and the exact queries behind it and its neighbours. */
export function Help({ of, definition, question, also = {}, source }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Toggletip
      title={of}
      content={
        <div className={styles}>
          <p>{definition}</p>
          <AskedQuestion question={question} source={source} />
          {Object.entries(also).map(([name, asked]) => (
            <div key={name}>
              <p>{name}</p>
              <AskedQuestion question={asked} source={source} />
            </div>
          ))}
          <p>Data source: {source.name}</p>
        </div>
      }
    >
      <IconButton name="question-circle" size="sm" aria-label={`What is “${of}”?`} />
    </Toggletip>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ maxWidth: 420, maxHeight: '60vh', overflowY: 'auto', p: { margin: theme.spacing(0, 0, 1) } });
