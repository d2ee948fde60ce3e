import React, { useMemo } from 'react';
import type { ChartMark } from '../../components/days/chartMark.ts';
import { DailyCostChart } from '../../components/days/DailyCostChart.tsx';
import { unitCosts } from '../../components/days/unitCosts.ts';
import { Help } from '../../components/Help.tsx';
import { useSeriesColor } from '../../components/useSeriesColor.ts';
import type { Answer } from '../../data/answer.ts';
import type { DailyCosts } from '../../data/dailyCosts.ts';
import type { PromSource } from '../../data/promSource.ts';
import { driftSentence } from './driftSentence.ts';

interface Props {
  readonly source: PromSource;
  readonly tokens: Answer<DailyCosts>;
  readonly calls: Answer<DailyCosts>;
  readonly name: string;
  readonly marks: readonly ChartMark[];
}

const NAME = 'input tokens a call';
const NAMES = [NAME];

/** Whether prompts grow: input tokens a call by day, those from the cache included. */
export function PromptDrift({ source, tokens, calls, name, marks }: Props) {
  const colorOf = useSeriesColor(NAMES);
  const perCall = useMemo(
    () => (tokens.kind === 'value' && calls.kind === 'value' ? unitCosts(tokens.value, calls.value) : undefined),
    [tokens, calls]
  );
  const values = perCall?.byName.get(name);
  const series = useMemo(() => (values ? [{ name: NAME, costs: values }] : []), [values]);
  const failed = [tokens, calls].find(({ kind }) => kind !== 'value');
  return (
    <section data-testid="prompt-drift">
      <div style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
        <h2 style={{ margin: 0, fontSize: 16 }}>Prompt drift, 90 days</h2>
        <Help
          of="Prompt drift"
          definition="Input tokens of a closed UTC day over its calls, those the provider's cache held included: what is sent along each time."
          question={tokens.question}
          also={{ Calls: calls.question }}
          source={source}
        />
      </div>
      <p>{failed && failed.kind !== 'value' ? `Tokens are ${failed.words}.` : driftSentence(values ?? [])}</p>
      {perCall && values && (
        <DailyCostChart
          days={perCall.days}
          series={series}
          kind="lines"
          unit="short"
          colorOf={colorOf}
          hollow={[]}
          height={180}
          isLastOpen={false}
          limit={undefined}
          marks={marks}
        />
      )}
    </section>
  );
}
