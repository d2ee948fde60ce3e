import { fineTuningBreakEven, selfHostingBreakEven, sizeCommitment } from '@ai-finops/ledger/analysis';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';

/** What one types in, and what it starts with. */
interface CalculationField {
  readonly name: string;
  readonly label: string;
  readonly start: number;
  readonly max?: number;
}

export type Amounts = Readonly<Record<string, number>>;

/** A break-even: its numbers, and what they come to in words, the answer first. Throws a RangeError on what cannot be. */
export interface Calculation {
  readonly id: 'commitment' | 'fine_tuning' | 'self_hosting';
  readonly label: string;
  readonly fields: readonly CalculationField[];
  readonly answer: (amounts: Amounts) => readonly string[];
}

const at = (amounts: Amounts, name: string): number => amounts[name] ?? NaN;
const percent = (amounts: Amounts, name: string) => at(amounts, name) / 100;
const signed = (usd: number) => (usd < 0 ? `loses ${formatMoneyShort(-usd)}` : `saves ${formatMoneyShort(usd)}`);

/** Start values are made up but for those the page knows: they show what is asked for. */
export const CALCULATIONS: readonly Calculation[] = [
  {
    id: 'commitment',
    label: 'Commitment',
    fields: [
      { name: 'low', label: 'Use a month at list, low', start: 8_000 },
      { name: 'middle', label: 'Use a month at list, expected', start: 10_000 },
      { name: 'high', label: 'Use a month at list, high', start: 13_000 },
      { name: 'usdPerMonth', label: 'Committed, USD a month', start: 8_000 },
      { name: 'discount', label: 'Discount, %', start: 10, max: 99 },
    ],
    answer(amounts) {
      const use = { low: at(amounts, 'low'), middle: at(amounts, 'middle'), high: at(amounts, 'high') };
      const { breakEven, usedUp, saved, idle, fits } = sizeCommitment(use, {
        usdPerMonth: at(amounts, 'usdPerMonth'),
        discount: percent(amounts, 'discount'),
      });
      return [
        `At expected use it ${signed(saved.middle)} a month; at low use it ${signed(saved.low)}, at high use it ${signed(saved.high)}.`,
        `It breaks even at ${formatMoneyShort(breakEven)} of use a month at list, and is used up at ${formatMoneyShort(usedUp)}; ` +
          `${formatMoneyShort(idle.low)} of it would be idle at low use.`,
        `Just used up would be ${formatMoneyShort(fits.low)} at low use, ${formatMoneyShort(fits.middle)} at expected, ${formatMoneyShort(fits.high)} at high.`,
      ];
    },
  },
  {
    id: 'fine_tuning',
    label: 'Fine-tuning',
    fields: [
      { name: 'callsPerMonth', label: 'Calls a month', start: 400_000 },
      { name: 'usdPerCall', label: 'A call now, USD', start: 0.004 },
      { name: 'tunedUsdPerCall', label: 'A call tuned, USD', start: 0.001 },
      { name: 'trainingUsd', label: 'Once: data, training, evaluation, USD', start: 4_500 },
      { name: 'keepingUsdPerMonth', label: 'A month: deployment, new training, USD', start: 300 },
    ],
    answer(amounts) {
      const { savedPerMonth, months, callsForAYear } = fineTuningBreakEven({
        callsPerMonth: at(amounts, 'callsPerMonth'),
        usdPerCall: at(amounts, 'usdPerCall'),
        tunedUsdPerCall: at(amounts, 'tunedUsdPerCall'),
        trainingUsd: at(amounts, 'trainingUsd'),
        keepingUsdPerMonth: at(amounts, 'keepingUsdPerMonth'),
      });
      return [
        months === null
          ? `It never pays back at these calls: once trained it ${signed(savedPerMonth)} a month.`
          : `It pays back in ${months.toFixed(1)} months; from then on it ${signed(savedPerMonth)} a month.`,
        callsForAYear === null
          ? 'No number of calls pays it back: a tuned call costs as much.'
          : `${formatCount(Math.ceil(callsForAYear))} calls a month pay it back within a year.`,
      ];
    },
  },
  {
    id: 'self_hosting',
    label: 'Self-hosting',
    fields: [
      { name: 'millionTokens', label: 'Million tokens a month', start: 2_000 },
      { name: 'usdPerMillion', label: 'A million at the provider, USD', start: 3 },
      { name: 'usdPerHour', label: 'A machine an hour, USD', start: 2.5 },
      { name: 'tokensPerSecond', label: 'Tokens a second a machine', start: 1_500 },
      { name: 'busyShare', label: 'Busy, % of the hours', start: 50, max: 100 },
      { name: 'leastMachines', label: 'Machines at least', start: 2 },
      { name: 'otherUsdPerMonth', label: 'People and other, USD a month', start: 6_000 },
    ],
    answer(amounts) {
      const { machines, hostedUsd, providerUsd, hostedUsdPerMillion, breakEvenMillions } = selfHostingBreakEven({
        millionTokens: at(amounts, 'millionTokens'),
        usdPerMillion: at(amounts, 'usdPerMillion'),
        usdPerHour: at(amounts, 'usdPerHour'),
        tokensPerSecond: at(amounts, 'tokensPerSecond'),
        busyShare: percent(amounts, 'busyShare'),
        leastMachines: at(amounts, 'leastMachines'),
        otherUsdPerMonth: at(amounts, 'otherUsdPerMonth'),
      });
      const each = hostedUsdPerMillion === null ? '' : `, ${formatMoney(hostedUsdPerMillion)} a million`;
      return [
        `Hosting ${signed(providerUsd - hostedUsd)} a month: ${formatCount(machines)} machines and the rest cost ${formatMoneyShort(hostedUsd)}${each}, ` +
          `the provider ${formatMoneyShort(providerUsd)}.`,
        breakEvenMillions === null
          ? 'It never breaks even: a machine costs more than the tokens it makes.'
          : `It breaks even at ${formatCount(Math.ceil(breakEvenMillions))} million tokens a month.`,
      ];
    },
  },
];
