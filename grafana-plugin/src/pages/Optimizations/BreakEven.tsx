import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { View } from '../../components/frame/view.ts';
import { Help } from '../../components/Help.tsx';
import { NamedCombobox } from '../../components/NamedCombobox.tsx';
import { NumberInput } from '../../components/NumberInput.tsx';
import { loadProviderForecasts } from '../../data/loadProviderForecasts.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { type Amounts, type Calculation, CALCULATIONS } from './calculations.ts';

const KINDS = CALCULATIONS.map(({ id, label }) => ({ value: id, label }));
const MOST = 1e12;
/** After the discount that the form starts with: low use then just uses the commitment up. */
const LEFT = 0.9;

/** Whether a commitment, a fine-tuned model or machines of one's own would pay, by numbers that one types in. */
export function BreakEven({ view: { source, books } }: { readonly view: View }) {
  const styles = useStyles2(getStyles);
  const [kind, setKind] = useState<Calculation['id']>('commitment');
  const [typed, setTyped] = useState<Readonly<Record<string, Amounts>>>({});
  const [provider, setProvider] = useState<string>();
  const loaded = useLoaded(JSON.stringify([source.uid, books.lastClosedDay]), (signal) =>
    loadProviderForecasts(source, Date.now(), signal)
  );
  const forecasts = loaded.value?.kind === 'value' ? loaded.value.value : [];
  const forecast = forecasts.find(({ name }) => name === provider) ?? forecasts[0];
  const isCommitment = kind === 'commitment';
  const calculation = CALCULATIONS.find(({ id }) => id === kind);
  if (!calculation) {
    return null;
  }
  const known: Amounts =
    isCommitment && forecast ? rounded({ ...forecast.use, usdPerMonth: LEFT * forecast.use.low }) : {};
  const amounts: Amounts = {
    ...Object.fromEntries(calculation.fields.map(({ name, start }) => [name, start])),
    ...known,
    ...typed[kind],
  };
  return (
    <section data-testid="break-even">
      <h2 className={styles.title}>Would it pay?</h2>
      <div className={styles.line}>
        <RadioButtonGroup aria-label="Break-even of" options={KINDS} value={kind} onChange={setKind} />
        {isCommitment && forecast && loaded.value && (
          <>
            <NamedCombobox
              name="Provider"
              width={24}
              options={forecasts.map(({ name }) => ({ value: name, label: name }))}
              value={forecast.name}
              onChange={({ value }) => {
                setProvider(value);
                setTyped({ ...typed, commitment: {} });
              }}
            />
            <Help
              of="Use a month"
              definition="What the next month may cost at this provider: the forecast of 30 days, its 80 % range, as a month of 365 / 12 days. At what is paid now: with a discount in force, list is more. Write over it what you know better."
              question={loaded.value.question}
              source={source}
            />
          </>
        )}
      </div>
      <div className={styles.fields}>
        {calculation.fields.map(({ name, label, max = MOST }) => (
          <NumberInput
            key={`${kind} ${name}`}
            label={label}
            value={amounts[name] ?? 0}
            min={0}
            max={max}
            onChange={(value) => setTyped({ ...typed, [kind]: { ...typed[kind], [name]: value } })}
          />
        ))}
      </div>
      <Answer calculation={calculation} amounts={amounts} />
      <p className={styles.note}>
        {isCommitment && forecast
          ? 'Use is the provider’s forecast; commitment and discount are a start, to be overwritten.'
          : 'Start values are made up: write yours over them.'}
      </p>
    </section>
  );
}

function Answer({ calculation, amounts }: { readonly calculation: Calculation; readonly amounts: Amounts }) {
  const styles = useStyles2(getStyles);
  const { words, isWrong } = answered(calculation, amounts);
  return (
    <div role="status" data-testid="break-even-answer">
      {words.map((line, index) => (
        <p key={line} className={isWrong ? styles.wrong : index === 0 ? styles.first : styles.note}>
          {line}
        </p>
      ))}
    </div>
  );
}

function answered({ answer }: Calculation, amounts: Amounts): { words: readonly string[]; isWrong: boolean } {
  try {
    return { words: answer(amounts), isWrong: false };
  } catch (error) {
    return { words: [error instanceof RangeError ? error.message : String(error)], isWrong: true };
  }
}

const rounded = (amounts: Amounts): Amounts =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, Math.round(amount)]));

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ margin: theme.spacing(0, 0, 1), fontSize: theme.typography.h5.fontSize }),
  line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  fields: css({
    display: 'grid',
    alignItems: 'end',
    gap: theme.spacing(1, 2),
    margin: theme.spacing(1, 0),
    gridTemplateColumns: 'repeat(auto-fill, minmax(210px, 1fr))',
  }),
  first: css({ margin: 0, fontWeight: theme.typography.fontWeightMedium, fontVariantNumeric: 'tabular-nums' }),
  note: css({ margin: 0, color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
  wrong: css({ margin: 0, color: theme.colors.error.text }),
});
