/** What a cell is of; what the bill does not tell apart is left out. */
export const cellWords = ({
  account,
  model,
  component,
}: {
  readonly account: string | null;
  readonly model: string | null;
  readonly component: string | null;
}): string => [account, model, component].filter((name) => name !== null).join(' · ') || 'all of it';
