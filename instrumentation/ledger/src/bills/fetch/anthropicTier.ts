/** The books' service tier of Anthropic's; what it names none for is at the standard one. */
export const anthropicTier = (tier: string | null | undefined): string =>
  !tier || tier === 'standard' ? 'default' : tier;
