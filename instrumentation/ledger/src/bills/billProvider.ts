const PROVIDERS: readonly (readonly [RegExp, RegExp, string])[] = [
  [/openrouter/i, /./, 'openrouter'],
  [/^openai/i, /./, 'openai'],
  [/^anthropic/i, /./, 'anthropic'],
  [/^mistral/i, /./, 'mistral_ai'],
  [/^cohere/i, /./, 'cohere'],
  [/^(?:x\.?ai|xai)\b/i, /./, 'x_ai'],
  [/^deepseek/i, /./, 'deepseek'],
  [/^perplexity/i, /./, 'perplexity'],
  [/^groq/i, /./, 'groq'],
  [/amazon|^aws/i, /bedrock/i, 'aws.bedrock'],
  [/microsoft|azure/i, /openai|foundry|cognitive|ai services/i, 'azure.ai.openai'],
  [/google/i, /gemini|generative language/i, 'gcp.gemini'],
  [/google/i, /vertex|agent platform|generative/i, 'gcp.vertex_ai'],
];

/** The books' name of a provider that a bill names, by its name and service; undefined: no AI service that we know. */
export function billProvider(provider: string, service: string): string | undefined {
  return PROVIDERS.find(([who, what]) => who.test(provider) && what.test(service || '-'))?.[2];
}
