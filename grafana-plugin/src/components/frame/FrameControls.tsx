import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Choice } from '../../choice/choice.ts';
import type { Period } from '../../choice/period.ts';
import { BasisSwitch } from './BasisSwitch.tsx';
import { EnvironmentPicker } from './EnvironmentPicker.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';
import { PassOn } from './PassOn.tsx';

interface Props {
  /** The page is about all environments and no period. */
  readonly isWhole: boolean;
  readonly canCalibrate: boolean;
  readonly environments: readonly string[];
  readonly environment: string | undefined;
  readonly period: Period;
  readonly basis: Choice['basis'];
  /** Why the page can't be calibrated to the bills. */
  readonly basisFault: string | undefined;
  /** undefined: none is closed, so there is no period to choose. */
  readonly lastDay: number | undefined;
  readonly onChoice: (change: Partial<Choice>) => void;
}

/** Which cost the page is about, and how to pass it on. */
export function FrameControls(props: Props) {
  const { isWhole, canCalibrate, environments, environment, period, basis, basisFault, lastDay, onChoice } = props;
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.all}>
      {!isWhole && (
        <>
          <EnvironmentPicker
            environments={environments}
            value={environment}
            onChange={(next) => onChoice({ environment: next ?? '' })}
          />
          {lastDay !== undefined && (
            <PeriodPicker
              value={period}
              lastDay={lastDay}
              onChange={(next) => onChoice({ period: next, against: undefined })}
            />
          )}
        </>
      )}
      {(!isWhole || canCalibrate) && (
        <BasisSwitch value={basis} why={basisFault} onChange={(next) => onChoice({ basis: next })} />
      )}
      <div className={styles.pass}>
        <PassOn />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  all: css({
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    '@media print': { display: 'none' },
  }),
  // Where there is no room beside the choices, both go to the next line.
  pass: css({ display: 'flex', gap: theme.spacing(1) }),
});
