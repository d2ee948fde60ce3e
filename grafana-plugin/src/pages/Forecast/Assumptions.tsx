import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, InlineField, InlineSwitch, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Assumed } from '../../choice/assumed.ts';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import type { PlannedChange } from '../../data/forecasted.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { LaunchForm } from './LaunchForm.tsx';
import { NumberInput } from '../../components/NumberInput.tsx';

interface Props {
  readonly assumed: Assumed;
  readonly onAssumed: (change: Partial<Assumed>) => void;
  readonly planned: readonly PlannedChange[];
  readonly plannedFailed: string | undefined;
  readonly today: number;
  /** Why the new feature can't be counted, where it can't. */
  readonly wrong: string | undefined;
}

/** What the numbers are taken to rest on, to be changed. */
export function Assumptions({ assumed, onAssumed, planned, plannedFailed, today, wrong }: Props) {
  const styles = useStyles2(getStyles);
  const { usage, price, mix } = assumed;
  const isChanged = usage !== 1 || price !== 0 || mix !== 0 || assumed.planned.length > 0 || assumed.hasLaunch;
  return (
    <aside className={styles} aria-label="Assumptions" data-testid="assumptions">
      <h4>Assumptions</h4>
      <label htmlFor="usage">
        Usage <output data-testid="usage">{usage}×</output> of what the trend says
      </label>
      <input
        id="usage"
        type="range"
        min={0.5}
        max={2}
        step={0.05}
        value={usage}
        aria-valuetext={`${usage} times`}
        onChange={({ currentTarget }) => onAssumed({ usage: Number(currentTarget.value) })}
      />
      <div>
        <RadioButtonGroup
          aria-label="Usage"
          options={[
            { value: 0.5, label: '½×' },
            { value: 1, label: '1×' },
            { value: 2, label: '2×' },
          ]}
          value={usage}
          onChange={(next) => onAssumed({ usage: next })}
        />
      </div>
      <div className="pair">
        <NumberInput
          label="Prices change, %"
          value={price}
          min={-99}
          max={900}
          onChange={(next) => onAssumed({ price: next })}
        />
        <NumberInput
          label="Model mix, cost %"
          value={mix}
          min={-99}
          max={900}
          onChange={(next) => onAssumed({ mix: next })}
        />
      </div>
      <h5>Planned changes</h5>
      {planned.map(({ id, name, day, usdPerMonth }) => (
        <InlineField
          key={id}
          grow
          label={`${name}: −${formatMoneyShort(usdPerMonth)} a month from ${formatDay(day * DAY_MS)}`}
          htmlFor={`planned-${id}`}
        >
          <InlineSwitch
            id={`planned-${id}`}
            value={assumed.planned.includes(id)}
            onChange={({ currentTarget }) =>
              onAssumed({
                planned: currentTarget.checked
                  ? [...assumed.planned, id]
                  : assumed.planned.filter((other) => other !== id),
              })
            }
          />
        </InlineField>
      ))}
      {planned.length === 0 && (
        <p>
          {plannedFailed === undefined
            ? 'None is recorded. An optimization with a day to come and an expected saving (ai-finops event add) stands here as a switch.'
            : `They could not be read: ${plannedFailed}`}
        </p>
      )}
      <LaunchForm assumed={assumed} onAssumed={onAssumed} today={today} wrong={wrong} />
      {isChanged && (
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon="history"
          onClick={() => onAssumed({ usage: 1, price: 0, mix: 0, planned: [], hasLaunch: false })}
        >
          Back to the ledger’s forecast
        </Button>
      )}
    </aside>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    'h4, h5, p, label': { margin: 0 },
    p: { color: theme.colors.text.secondary },
    'input[type=range]': { width: '100%', accentColor: theme.colors.primary.main },
    '.pair': { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: theme.spacing(1) },
    output: { fontWeight: theme.typography.fontWeightMedium },
  });
