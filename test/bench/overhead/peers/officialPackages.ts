import { SDK_PACKAGES } from './sdkPackages.ts';

/** What the official peer is made of. */
export const OFFICIAL_PACKAGES = {
  ...SDK_PACKAGES,
  openai: '7.57.0',
  '@anthropic-ai/sdk': '1.12.0',
  '@opentelemetry/instrumentation-openai': '0.22.0',
} as const;
