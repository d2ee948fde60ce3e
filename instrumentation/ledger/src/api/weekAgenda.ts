import { firstLookedAt } from '../analysis/economics/firstLookedAt.ts';
import { agendaItems, type AgendaItem } from '../analysis/review/agendaItems.ts';
import type { ProviderIdea } from '../analysis/opportunities/contractIdea.ts';
import type { AskBills } from '../bills/answers/askBills.ts';
import { economicTerms } from '../ownership/economicTerms.ts';
import { nanoOfUsd } from '../ownership/nanoOfUsd.ts';
import { turnaroundBars } from '../ownership/turnaroundBars.ts';
import type { Owners } from '../ownership/owners.ts';
import { agendaDecisions } from '../questions/agendaDecisions.ts';
import type { Ask } from '../questions/ask.ts';
import type { FollowedDecision } from '../questions/followedDecisions.ts';
import type { EventDay } from '../store/eventDay.ts';
import { providerIdeas } from './providerIdeas.ts';

const WEEK_DAYS = 7;

interface AgendaParts {
  readonly ask: Ask;
  readonly askBills: AskBills;
  readonly owners: Owners;
}

/**
 * The agenda of a week's review, from books, bills and owners file.
 *
 * @param decisions of the review
 */
export async function weekAgenda(
  { monday, decisions }: { readonly monday: EventDay; readonly decisions: readonly FollowedDecision[] },
  { ask, askBills, owners }: AgendaParts
): Promise<AgendaItem[]> {
  const { budgetPerMonth } = owners.total;
  // Of a week that runs only closed days are looked at: its first may be the last.
  const { terms, others } = economicTerms(owners, firstLookedAt(monday, monday), monday + WEEK_DAYS - 1);
  const { providers, ...facts } = await ask('agenda', {
    ...{ terms, others, monday, turnaroundBars: turnaroundBars(owners) },
    budgetPerMonth: budgetPerMonth === undefined ? undefined : nanoOfUsd(budgetPerMonth),
  });
  const { idle, contracts } = await providerIdeas(providers, askBills, owners);
  const named = (list: readonly ProviderIdea[], what: string, needs: 'offer' | undefined) =>
    list.map(({ provider, monthly }) => ({ name: `${what} · ${provider}`, usdPerMonth: monthly.middle, needs }));
  const ideas = [
    ...facts.ideas,
    ...named(idle, 'idle commitment', undefined),
    ...named(contracts, 'contract', 'offer'),
  ];
  const bills = await askBills('newestGaps');
  return agendaItems({ ...facts, ideas, bills, decisions: agendaDecisions(decisions) });
}
