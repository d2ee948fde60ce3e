const COMPONENTS: ReadonlyMap<string, string> = new Map([
  ['uncached_input_tokens', 'input'],
  ['output_tokens', 'output'],
  ['cache_read_input_tokens', 'cache_read'],
  ['cache_creation.ephemeral_5m_input_tokens', 'cache_write_5m'],
  ['cache_creation.ephemeral_1h_input_tokens', 'cache_write_1h'],
]);

/** The books' component of Anthropic's token type. */
export const anthropicComponent = (tokenType: string | null | undefined): string | undefined =>
  COMPONENTS.get(tokenType ?? '');
