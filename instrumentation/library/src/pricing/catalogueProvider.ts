const BY_OTEL_NAME: Readonly<Record<string, string>> = {
  'azure.ai.openai': 'azure',
  'azure.ai.inference': 'azure',
  'aws.bedrock': 'aws',
  'gcp.gemini': 'google',
  'gcp.gen_ai': 'google',
  'gcp.vertex_ai': 'google',
  mistral_ai: 'mistral',
  moonshot_ai: 'moonshotai',
  x_ai: 'x-ai',
};

/**
 * The catalogue's id of a provider named in OpenTelemetry's terms. Ours, because the catalogue's own matching takes
 * `azure.ai.openai` for OpenAI, whose rates differ.
 */
export function catalogueProvider(provider: string): string {
  return BY_OTEL_NAME[provider] ?? provider;
}
