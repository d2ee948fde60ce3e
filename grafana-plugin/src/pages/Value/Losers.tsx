import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, LinkButton, Stack, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { Choice } from '../../choice/choice.ts';
import { DecisionForm } from '../../components/DecisionForm.tsx';
import { pageHref } from '../../components/frame/pageHref.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';
import type { FeatureEconomics } from '../../data/economics.ts';
import { mayEdit } from '../../data/mayEdit.ts';
import { costWords } from '../../components/worth/costWords.ts';
import { lossWords } from '../../components/worth/lossWords.ts';

interface Props {
  /** What is looked at, in words: the environment and the last day. */
  readonly covers: string;
  readonly features: readonly FeatureEconomics[];
  readonly choice: Choice;
}

/** What loses money, the most first: since when, how much, and the two ways out. */
export function Losers({ covers, features, choice }: Props) {
  const styles = useStyles2(getStyles);
  if (features.length === 0) {
    return null;
  }
  return (
    <section data-testid="losers" className={styles}>
      <h2>Loses money ({features.length})</h2>
      <p>{covers}</p>
      <ul>
        {features.map((one) => (
          <Loser key={one.feature} one={one} choice={choice} />
        ))}
      </ul>
    </section>
  );
}

function Loser({ one, choice }: { readonly one: FeatureEconomics; readonly choice: Choice }) {
  const [isDeciding, setDeciding] = useState(false);
  const { feature, owner, losing } = one;
  if (!losing) {
    return null;
  }
  const cost = costWords(one);
  const words = cost === undefined ? '' : `: ${cost}`;
  return (
    <li data-feature={feature}>
      <span>
        <b>{feature}</b>
        {words}, {lossWords(losing)}
      </span>
      <span>{owner === null ? 'owner unknown' : `owner ${owner}`}</span>
      <Stack gap={1}>
        <LinkButton
          size="sm"
          variant="secondary"
          href={pageHref('optimizations', { ...choice, filters: [{ label: 'feature', values: [feature] }] })}
        >
          Bring the cost down
        </LinkButton>
        {mayEdit() && (
          <Button size="sm" variant="secondary" onClick={() => setDeciding(true)} disabled={isDeciding}>
            Decide to sunset it
          </Button>
        )}
      </Stack>
      {isDeciding && (
        <DecisionForm
          decision={{
            what: `Sunset ${feature}`,
            why: `It loses money ${lossWords(losing)}${words}`,
            usdPerMonth: usdOf(losing.nanoUsdPerMonth),
            links: [{ to: 'feature', id: feature }],
            ...(owner !== null && { owner }),
          }}
          onDone={() => setDeciding(false)}
        />
      )}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    borderLeft: `4px solid ${theme.colors.error.main}`,
    paddingLeft: theme.spacing(2),
    fontVariantNumeric: 'tabular-nums',
    h2: { margin: 0, fontSize: theme.typography.h4.fontSize },
    p: { margin: 0, color: theme.colors.text.secondary },
    ul: { listStyle: 'none', margin: 0 },
    li: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(0.5, 0),
    },
    'li > span:first-child': { flex: '1 1 320px' },
  });
