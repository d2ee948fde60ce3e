/** What tokens of a usage API and a charge of a cost API are told to be the same by. */
export function usageKey(of: {
  readonly day: string;
  readonly account?: string | null | undefined;
  /** Of the API key. */
  readonly key?: string | null | undefined;
  readonly model?: string | undefined;
  readonly tier?: string | undefined;
  readonly component?: string | undefined;
}): string {
  return JSON.stringify([of.day, of.account ?? null, of.key ?? null, of.model, of.tier, of.component]);
}
