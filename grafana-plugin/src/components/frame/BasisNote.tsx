import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { loadLabelValues } from '../../data/loadLabelValues.ts';
import type { PromSource } from '../../data/promSource.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import type { Scope } from '../../queries/scope.ts';
import { formatRatio } from '../numbers/formatRatio.ts';
import { monthWords } from '../numbers/monthWords.ts';
import { earlierBills } from './earlierBills.ts';

interface Props {
  readonly source: PromSource;
  readonly scope: Scope;
  /** Why the page shows estimates though the bills were chosen. */
  readonly fault: string | undefined;
}

const TENANTS =
  'Estimates: the books do not keep at which provider a tenant’s cost arose, so a page about tenants can’t be calibrated.';

/** Under *calibrated to the bill*: by which bills, and what stays an estimate. */
export function BasisNote({ source, scope: { calibration, environment }, fault }: Props) {
  const styles = useStyles2(getStyles);
  const providers = useLoaded(JSON.stringify([source.uid, environment, calibration !== undefined]), () =>
    calibration === undefined ? Promise.resolve([]) : loadLabelValues(source, 'provider', environment, Date.now())
  );
  if (calibration === undefined) {
    return (
      <p className={styles} data-testid="basis-note">
        {fault === undefined ? TENANTS : `Estimates. ${fault}`}
      </p>
    );
  }
  const earlier = earlierBills(calibration);
  const billed = new Set(calibration.map(({ provider }) => provider));
  const without = (providers.value ?? []).filter((provider) => !billed.has(provider));
  return (
    <p className={styles} data-testid="basis-note">
      Calibrated:{' '}
      {calibration
        .map(({ provider, month, ratio }) => `${provider} ${formatRatio(ratio)} by its bill of ${monthWords(month)}`)
        .join(' · ')}
      .{earlier.length > 0 && ` Months before by their own final bills: ${earlier.join(' · ')}.`}
      {without.length > 0 && ` Without a final bill, so estimates: ${without.join(', ')}.`} Today, alerts, commitments
      and single calls stay estimates.
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => css({ margin: theme.spacing(0, 0, 2), color: theme.colors.text.secondary });
