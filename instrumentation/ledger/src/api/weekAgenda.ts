import { agendaItems, type AgendaFacts, type AgendaItem } from '../analysis/review/agendaItems.ts';
import type { ProviderIdea } from '../analysis/opportunities/contractIdea.ts';
import type { BillBooks } from '../bills/billBooks.ts';
import { reconcileMonth } from '../bills/reconcileMonth.ts';
import { economicTerms } from '../ownership/economicTerms.ts';
import { nanoOfUsd } from '../ownership/nanoOfUsd.ts';
import type { Owners } from '../ownership/owners.ts';
import { agendaDecisions } from '../questions/agendaDecisions.ts';
import type { Ask } from '../questions/ask.ts';
import type { FollowedDecision } from '../questions/followedDecisions.ts';
import type { EventDay } from '../store/eventDay.ts';
import { providerIdeas } from './providerIdeas.ts';

const WEEK_DAYS = 7;

interface AgendaParts {
  readonly ask: Ask;
  readonly bills: Pick<BillBooks, 'newest' | 'lines'>;
  readonly owners: Owners;
}

/**
 * The agenda of a week's review, from books, bills and owners file.
 *
 * @param decisions of the review
 */
export async function weekAgenda(
  { monday, decisions }: { readonly monday: EventDay; readonly decisions: readonly FollowedDecision[] },
  { ask, bills, owners }: AgendaParts
): Promise<AgendaItem[]> {
  const { budgetPerMonth } = owners.total;
  const { providers, ...facts } = await ask('agenda', {
    ...economicTerms(owners, monday, monday + WEEK_DAYS - 1),
    monday,
    budgetPerMonth: budgetPerMonth === undefined ? undefined : nanoOfUsd(budgetPerMonth),
  });
  const { idle, contracts } = providerIdeas(providers, bills, owners);
  const named = (list: readonly ProviderIdea[], what: string, needs: 'offer' | undefined) =>
    list.map(({ provider, monthly }) => ({ name: `${what} · ${provider}`, usdPerMonth: monthly.middle, needs }));
  const ideas = [
    ...facts.ideas,
    ...named(idle, 'idle commitment', undefined),
    ...named(contracts, 'contract', 'offer'),
  ];
  return agendaItems({ ...facts, ideas, bills: await newestBills(bills, ask), decisions: agendaDecisions(decisions) });
}

async function newestBills(bills: Pick<BillBooks, 'newest' | 'lines'>, ask: Ask): Promise<AgendaFacts['bills']> {
  const month = bills
    .newest()
    .map((bill) => bill.month)
    .sort()
    .at(-1);
  if (month === undefined) {
    return [];
  }
  const { bills: reconciled } = await reconcileMonth(month, bills, ask);
  return reconciled.map(({ bill, result }) => {
    const gap = result.billNanoUsd - result.estimateNanoUsd;
    const share = result.estimateNanoUsd === 0n ? undefined : Number(gap) / Number(result.estimateNanoUsd);
    return { month, provider: bill.provider, gap, share };
  });
}
