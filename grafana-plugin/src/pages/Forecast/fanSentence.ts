import type { DailyCost } from '@ai-finops/ledger/analysis';
import { formatChange } from '../../components/numbers/formatChange.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import type { Scenario } from './scenarios.ts';

const RECENT = 30;

/** The chart in a line of text: a day's mean under the scenario beside that of the last 30 closed days. */
export function fanSentence({ name, path, quarter }: Scenario, history: readonly DailyCost[]): string {
  const recent = history.filter(({ day }) => day >= path.firstDay - RECENT);
  const before = recent.reduce((sum, { usd }) => sum + usd, 0) / Math.max(1, recent.length);
  const mean = quarter.usd / path.usd.length;
  const change = formatChange(mean, before);
  const against = change === undefined ? '' : `, ${change} vs the last ${recent.length} closed days`;
  return `${name}: ${formatMoneyShort(mean)} a day over the next ${path.usd.length} days${against}.`;
}
