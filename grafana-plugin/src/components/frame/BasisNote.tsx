import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { loadUnknownTenants } from '../../data/loadUnknownTenants.ts';
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
  /** undefined: none is closed. */
  readonly lastDay: number | undefined;
  /** Why the page shows estimates though the bills were chosen. */
  readonly fault: string | undefined;
}

/** Under *calibrated to the bill*: by which bills, and what stays an estimate. */
export function BasisNote({ source, scope: { calibration, environment }, lastDay, fault }: Props) {
  const styles = useStyles2(getStyles);
  const providers = useLoaded(JSON.stringify([source.uid, environment, calibration !== undefined]), () =>
    calibration === undefined ? Promise.resolve([]) : loadLabelValues(source, 'provider', environment, Date.now())
  );
  const unknown = useLoaded(JSON.stringify([lastDay, calibration !== undefined]), (signal) =>
    calibration === undefined || lastDay === undefined
      ? Promise.resolve(undefined)
      : loadUnknownTenants(lastDay, signal)
  );
  if (calibration === undefined) {
    return (
      <p className={styles} data-testid="basis-note">
        Estimates. {fault}
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
      {unknown.value !== undefined &&
        ` So does what tenants cost up to ${dateWords(unknown.value)} where it is not known at which provider.`}
    </p>
  );
}

const dateWords = (day: number): string =>
  new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const getStyles = (theme: GrafanaTheme2) => css({ margin: theme.spacing(0, 0, 2), color: theme.colors.text.secondary });
