import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Review, WeekState } from '../../data/review.ts';

const WORDS: Readonly<Record<WeekState, string>> = {
  held: 'held',
  late: 'held late',
  skipped: 'skipped',
  due: 'due',
  before: 'before there were books',
};

/** The last 26 weeks: filled where a review was held, hollow where it was skipped. */
export function WeekStrip({
  review: { cadence, week },
  onWeek,
}: {
  readonly review: Review;
  readonly onWeek: (week: string) => void;
}) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.strip} data-testid="week-strip">
      {cadence.weeks.map((one) => (
        <button
          key={one.week}
          type="button"
          data-state={one.state}
          aria-label={`Week ${one.week}: ${WORDS[one.state]}`}
          title={`${one.week}: ${WORDS[one.state]}${one.present.length > 0 ? `, ${one.present.join(' and ')} present` : ''}`}
          aria-current={one.week === week}
          className={cx(
            styles.week,
            one.state === 'held' && styles.held,
            one.state === 'late' && styles.late,
            one.state === 'before' && styles.before
          )}
          onClick={() => onWeek(one.week)}
        />
      ))}
      <span className={styles.words}>
        held {cadence.held} of {cadence.expected}
        {attendance(cadence.weeks)}
        {cadence.skippedInARow > 0 && `, the last ${cadence.skippedInARow} skipped`}
      </span>
    </div>
  );
}

/** How often the two who have to be there were. */
function attendance(weeks: Review['cadence']['weeks']): string {
  const held = weeks.filter(({ state }) => state === 'held' || state === 'late');
  const heldWith = (role: string) => held.filter(({ present }) => present.includes(role)).length;
  return held.length === 0 ? '' : `, engineering in ${heldWith('engineering')}, finance in ${heldWith('finance')}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  strip: css({ display: 'flex', flexWrap: 'wrap', gap: 4, alignItems: 'center', color: theme.colors.text.secondary }),
  week: css({
    width: 18,
    height: 18,
    padding: 0,
    background: 'transparent',
    border: `2px solid ${theme.colors.text.secondary}`,
    borderRadius: 2,
    '&[aria-current=true]': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
  }),
  held: css({ background: theme.colors.text.secondary }),
  late: css({
    background: `linear-gradient(to top, ${theme.colors.text.secondary} 50%, transparent 50%)`,
  }),
  before: css({ opacity: 0.35 }),
  words: css({ marginLeft: theme.spacing(1) }),
});
