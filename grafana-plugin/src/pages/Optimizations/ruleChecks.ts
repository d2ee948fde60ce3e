import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import type { Answer } from '../../data/answer.ts';
import type { RuleNumbers } from '../../data/ruleNumbers.ts';
import { valueOf } from '../../data/valueOf.ts';
import type { Question } from '../../queries/question.ts';

export interface RuleCheck {
  readonly id: string;
  /** What is looked at, and from where on something may be won. */
  readonly rule: string;
  readonly value: string;
  /** Undefined: not known. */
  readonly isOver: boolean | undefined;
  /** What to do where it is over. */
  readonly then: string;
  /** None where the ledger was asked. */
  readonly questions: readonly Question[];
}

const TOP_TIER = 0.3;
const RETRIES = 0.03;
const ONE_PROVIDER = 50_000;
const GROWTH = 0.25;

/** The rules of thumb of the field with this company's value. What has no answer is not known, never fine. */
export function ruleChecks(numbers: RuleNumbers): RuleCheck[] {
  const { cost, topTier, retries, provider, tokensNow, callsNow, tokensThen, callsThen } = numbers;
  const now = ratio(tokensNow, callsNow);
  const before = ratio(tokensThen, callsThen);
  const grown = now === undefined || before === undefined ? undefined : now / before - 1;
  // Out of nothing everything grows without bounds.
  const growth = Number.isFinite(grown) ? grown : undefined;
  const dearest = valueOf(provider);
  return [
    {
      id: 'top-tier',
      rule: 'Models of the top tier take more than 30 % of the cost',
      ...shareOver(ratio(topTier, cost), TOP_TIER),
      then: 'Route what a smaller model does as well to it, after an evaluation.',
      questions: [topTier.question, cost.question],
    },
    {
      id: 'retries',
      rule: 'Retries take more than 3 % of the cost',
      ...shareOver(ratio(retries, cost), RETRIES),
      then: 'Look at time-outs and rate limits; cap attempts.',
      questions: [retries.question, cost.question],
    },
    {
      id: 'prompts',
      rule: 'Input tokens a call grew by more than 25 % in 90 days',
      value:
        growth === undefined
          ? 'not known'
          : `${growth < 0 ? '−' : '+'}${formatShare(Math.abs(growth))}, ${Math.round(before ?? 0)} → ${Math.round(now ?? 0)}`,
      isOver: growth === undefined ? undefined : growth > GROWTH,
      then: 'See which feature’s prompt grew, and cut or cache it.',
      questions: [tokensNow.question, callsNow.question, tokensThen.question, callsThen.question],
    },
    {
      id: 'one-provider',
      rule: 'One provider costs more than $50k in 30 days',
      value: dearest === undefined ? 'not known' : `${dearest.name} ${formatMoneyShort(dearest.usd)}`,
      isOver: dearest === undefined ? undefined : dearest.usd > ONE_PROVIDER,
      then: 'Ask for a contract below the list price.',
      questions: [provider.question],
    },
  ];
}

function shareOver(share: number | undefined, limit: number): Pick<RuleCheck, 'value' | 'isOver'> {
  return share === undefined
    ? { value: 'not known', isOver: undefined }
    : { value: formatShare(share), isOver: share > limit };
}

function ratio(part: Answer<number | undefined>, whole: Answer<number | undefined>): number | undefined {
  const [above, below] = [valueOf(part), valueOf(whole)];
  // Where there is a whole, a part that no series has is none of it.
  const known = above ?? (part.kind === 'value' && below !== undefined ? 0 : undefined);
  return known === undefined || below === undefined || below <= 0 ? undefined : known / below;
}
