import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import { LedgerFailure } from '../../components/states/LedgerFailure.tsx';
import { loadPolicy } from '../../data/loadPolicy.ts';
import type { PolicyFinding } from '../../data/policy.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import type { Scope } from '../../queries/scope.ts';
import { isInScope } from './isInScope.ts';
import { Retirements } from './Retirements.tsx';

const MOST = 5;
const RULES: Readonly<Record<string, string>> = {
  unapproved_model: 'Not approved',
  retiring_model: 'Retires',
  top_tier_default: 'Top tier by default',
  no_approved_fallback: 'No fallback',
  switched_unevaluated: 'Not evaluated',
  quality_below_bar: 'Below the bar',
};

/** Where models of the selection are not used as the owners file says; nothing where the ledger does not look for it. */
export function PolicyFindings({ scope }: { readonly scope: Scope }) {
  const styles = useStyles2(getStyles);
  const [all, setAll] = useState(false);
  const { value: answer, retry } = useLoaded('policy', loadPolicy);
  if (answer === undefined || answer.kind === 'absent') {
    return null;
  }
  if (answer.kind === 'failed') {
    return <LedgerFailure words={answer.words} onRetry={retry} />;
  }
  const { from, through, catalogue } = answer.value;
  const findings = answer.value.findings.filter((finding) => isInScope(scope, finding));
  const shown = all ? findings : findings.slice(0, MOST);
  return (
    <section data-testid="policy">
      <h2 className={styles.title}>Model policy{findings.length > 0 && ` (${findings.length})`}</h2>
      <p className={styles.note}>
        {from === null
          ? 'It is checked once days are closed.'
          : `${findings.length === 0 ? 'Nothing found in the' : 'Of the'} calls of ${from} to ${through}, all environments`}
      </p>
      <ul className={styles.list}>
        {shown.map((finding) => (
          <Finding
            key={JSON.stringify([finding.rule, finding.feature, finding.requestType, finding.provider, finding.model])}
            finding={finding}
          />
        ))}
      </ul>
      {findings.length > MOST && (
        <Button size="sm" variant="secondary" fill="text" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${findings.length - MOST} more`}
        </Button>
      )}
      <Retirements
        retirements={answer.value.retirements.filter((one) => isInScope(scope, one))}
        catalogue={catalogue}
      />
    </section>
  );
}

function Finding({ finding }: { readonly finding: PolicyFinding }) {
  const styles = useStyles2(getStyles);
  const { rule, sentence, costNanoUsd, isPast } = finding;
  return (
    <li className={styles.item} data-rule={rule}>
      <Icon name="exclamation-triangle" className={styles.icon} />
      <span className={styles.words}>
        <b>{isPast ? 'Past its retirement' : (RULES[rule] ?? rule)}</b>: {sentence}
      </span>
      <span className={styles.cost}>{formatMoneyShort(Number(costNanoUsd) / 1e9)}</span>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ margin: theme.spacing(0, 0, 0.5), fontSize: theme.typography.h5.fontSize }),
  note: css({ margin: 0, color: theme.colors.text.secondary }),
  list: css({ margin: 0, padding: 0, listStyle: 'none' }),
  item: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  icon: css({ flex: 'none', color: theme.colors.warning.text }),
  words: css({ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }),
  cost: css({ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
});
