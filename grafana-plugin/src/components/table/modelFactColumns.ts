import { isRetirementPast } from '@ai-finops/ledger/analysis';
import { DAY_MS } from '../../queries/dayMs.ts';
import type { Column } from './column.ts';

type Facts = ReadonlyMap<string, Readonly<Record<string, string>>>;

const APPROVED: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

/** What the owners file says of models, by name: tier, approval, and the day one is switched off. */
export function modelFactColumns<Row extends { readonly name: string }>(models: Facts): Column<Row>[] {
  const column = (id: string, label: string, words: (fact: string) => string): Column<Row> => ({
    id,
    label,
    isText: true,
    value: ({ name }) => models.get(name)?.[id],
    show: ({ name }) => words(models.get(name)?.[id] ?? ''),
  });
  const orDash = (fact: string) => fact || '–';
  const today = Math.floor(Date.now() / DAY_MS);
  return [
    column('tier', 'Tier', orDash),
    column('approved', 'Approved', (fact) => APPROVED[fact] ?? (fact || 'not in the owners file')),
    column('retires', 'Retires', (fact) => (isRetirementPast(fact, today) ? `${fact}, past` : orDash(fact))),
  ];
}
