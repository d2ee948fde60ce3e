import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Retirement } from '../../data/policy.ts';
import { retirementWords } from './retirementWords.ts';

interface Props {
  readonly retirements: readonly Retirement[];
  /** The price catalogue, with its version. */
  readonly catalogue: string;
}

/** When models in use go or went, and from where that is known. Open where one should be gone already. */
export function Retirements({ retirements, catalogue }: Props) {
  const styles = useStyles2(getStyles);
  const past = retirements.filter(({ isPast }) => isPast).length;
  return retirements.length === 0 ? null : (
    <details className={styles} data-testid="retirements" open={past > 0}>
      <summary>
        Where retirement days are from ({retirements.length}
        {past > 0 && `, ${past} past`})
      </summary>
      <ul>
        {retirements.map((one) => (
          <li key={`${one.provider} ${one.model}`} data-model={one.model}>
            <b>{one.model}</b> ({one.provider}){' '}
            {one.isPast && <Badge text="past, and still in use" color="red" icon="exclamation-triangle" />}{' '}
            {retirementWords(one, catalogue)}
            {one.announced && /^https:/.test(one.announced.source) && (
              <>
                {' '}
                <TextLink href={one.announced.source} external inline variant="bodySmall">
                  {new URL(one.announced.source).hostname}
                </TextLink>
              </>
            )}
          </li>
        ))}
      </ul>
      <p>
        No page was asked: a day is as good as the day it was read. <code>retires</code> in the owners file wins over
        it.
      </p>
    </details>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    marginTop: theme.spacing(1),
    summary: { cursor: 'pointer' },
    ul: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
    p: { margin: 0, color: theme.colors.text.secondary },
  });
