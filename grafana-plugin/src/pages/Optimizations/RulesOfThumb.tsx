import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { resolvePeriod } from '../../choice/resolvePeriod.ts';
import type { View } from '../../components/frame/view.ts';
import { Help } from '../../components/Help.tsx';
import { formatDays } from '../../components/numbers/formatDays.ts';
import { isMeant } from '../../components/worth/isMeant.ts';
import { WorthHelp } from '../../components/worth/WorthHelp.tsx';
import { loadEconomics } from '../../data/loadEconomics.ts';
import { loadRuleNumbers } from '../../data/loadRuleNumbers.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { ruleChecks } from './ruleChecks.ts';
import { userCheck } from './userCheck.ts';

/** Where money usually lies: the field's rules of thumb, with this company's value. */
export function RulesOfThumb({ view: { source, scope, books, choice } }: { readonly view: View }) {
  const styles = useStyles2(getStyles);
  const period = resolvePeriod(choice.period, books);
  const loaded = useLoaded(JSON.stringify([source.uid, scope, period]), (signal) =>
    period ? loadRuleNumbers(source, scope, period, Date.now(), signal) : Promise.resolve(undefined)
  );
  const worth = useLoaded(JSON.stringify([period, scope.environment, scope.calibration]), (signal) =>
    period ? loadEconomics(period, scope, signal, 'features') : Promise.resolve(undefined)
  );
  if (!period) {
    return null;
  }
  const features = worth.value?.kind === 'value' ? worth.value.value.features : [];
  const meant = features.filter(({ feature, team }) => isMeant(scope, { feature, team: team ?? UNALLOCATED }));
  return (
    <section data-testid="rules">
      <h2 className={styles.title}>What next? Rules of thumb, {formatDays(period)}</h2>
      {loaded.failed !== undefined && <p>They have no answer: {loaded.failed}</p>}
      {loaded.value && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Look closer where</th>
              <th scope="col">Here</th>
              <th scope="col">What to do</th>
            </tr>
          </thead>
          <tbody>
            {[...ruleChecks(loaded.value), userCheck(meant)].map(
              ({ id, rule, value, isOver, then, questions: [first, ...others] }) => (
                <tr key={id} data-rule={id}>
                  <th scope="row">{rule}</th>
                  <td className={isOver ? styles.over : undefined}>
                    {isOver === undefined ? '–' : isOver ? '▲ over' : '✓ within'} · {value}
                    {first === undefined ? (
                      <WorthHelp of={rule}>
                        A rule of thumb of the field, not a finding. Of the last whole calendar month, the current one
                        where there is none; who is named by no call is missing, so a user costs at most that.
                      </WorthHelp>
                    ) : (
                      <Help
                        of={rule}
                        definition="A rule of thumb of the field, not a finding: it says where to look first."
                        question={first}
                        also={Object.fromEntries(others.map((question, index) => [`Part ${index + 2}`, question]))}
                        source={source}
                      />
                    )}
                  </td>
                  <td>{isOver ? then : ''}</td>
                </tr>
              )
            )}
          </tbody>
        </table>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ margin: theme.spacing(0, 0, 1), fontSize: theme.typography.h5.fontSize }),
  table: css({
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
    'th, td': {
      padding: theme.spacing(0.75, 1),
      textAlign: 'left',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    'tbody th': { fontWeight: theme.typography.fontWeightRegular },
    thead: { color: theme.colors.text.secondary },
  }),
  over: css({ color: theme.colors.warning.text }),
});
