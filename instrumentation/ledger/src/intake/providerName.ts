/** Names other instrumentations have for providers, lower case, by the conventions' own. */
const NAMES: Readonly<Record<string, string>> = {
  'az.ai.openai': 'azure.ai.openai',
  azure: 'azure.ai.openai',
  azure_ai: 'azure.ai.inference',
  azure_openai: 'azure.ai.openai',
  'azure-openai': 'azure.ai.openai',
  'az.ai.inference': 'azure.ai.inference',
  aws: 'aws.bedrock',
  aws_bedrock: 'aws.bedrock',
  bedrock: 'aws.bedrock',
  'amazon-bedrock': 'aws.bedrock',
  bedrock_converse: 'aws.bedrock',
  google: 'gcp.gemini',
  gemini: 'gcp.gemini',
  'google.generative-ai': 'gcp.gemini',
  google_generativeai: 'gcp.gemini',
  vertex_ai: 'gcp.vertex_ai',
  vertexai: 'gcp.vertex_ai',
  'google.vertex': 'gcp.vertex_ai',
  'google-vertex': 'gcp.vertex_ai',
  mistral: 'mistral_ai',
  mistralai: 'mistral_ai',
  xai: 'x_ai',
};
/** What the Vercel AI SDK appends: `openai.chat`. */
const ENDPOINT = /\.(?:chat|messages|responses|completions?|embeddings?)$/;

/**
 * A provider as the conventions name it.
 *
 * @example providerName('AWS') // => 'aws.bedrock'; providerName('openai.chat') // => 'openai'
 */
export function providerName(text: string): string {
  const name = text.toLowerCase().replace(ENDPOINT, '');
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? name) : name;
}
