/** What the official peer is made of. */
export const OFFICIAL_PACKAGES = {
  openai: '7.57.0',
  '@anthropic-ai/sdk': '1.12.0',
  '@opentelemetry/api': '1.10.0',
  '@opentelemetry/instrumentation-openai': '0.22.0',
} as const;
