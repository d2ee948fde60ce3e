import { Tooltip } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import type { Answer } from '../data/answer.ts';

interface Props<T> {
  readonly answer: Answer<T | undefined>;
  readonly format: (value: T) => ReactNode;
}

/** An answer's value, or the words for why there is none: never a zero in its place. */
export function Figure<T>({ answer, format }: Props<T>) {
  if (answer.kind === 'failed') {
    return (
      <Tooltip content={answer.words}>
        <span tabIndex={0}>no answer</span>
      </Tooltip>
    );
  }
  if (answer.kind === 'unkept') {
    return <>{answer.words}</>;
  }
  return <>{answer.value === undefined ? 'no data' : format(answer.value)}</>;
}
