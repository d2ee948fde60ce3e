import type AnthropicSdk from '@anthropic-ai/sdk';
import { createRequire } from 'node:module';
import path from 'node:path';
import type OpenAISdk from 'openai';

export interface Clients {
  readonly openai: OpenAISdk;
  readonly anthropic: AnthropicSdk;
}

export interface ClientModules {
  readonly OpenAI: typeof OpenAISdk;
  readonly Anthropic: typeof AnthropicSdk;
}

/** The SDKs as installed in `folder`: a copy of its own, so that patching it leaves other copies as they are. */
export function clientModules(folder: string): ClientModules {
  const require = createRequire(path.join(folder, 'package.json'));
  return {
    OpenAI: (require('openai') as { OpenAI: typeof OpenAISdk }).OpenAI,
    Anthropic: (require('@anthropic-ai/sdk') as { Anthropic: typeof AnthropicSdk }).Anthropic,
  };
}

/** Clients of the simulated provider. @param openTelemetry the Anthropic SDK's own telemetry; off unless given */
export function createClients(
  { OpenAI, Anthropic }: ClientModules,
  providersUrl: string,
  openTelemetry: ConstructorParameters<typeof AnthropicSdk>[0] extends { openTelemetry?: infer T } | undefined
    ? T
    : never = false as never
): Clients {
  return {
    openai: new OpenAI({ baseURL: `${providersUrl}/openai/v1`, apiKey: 'sk-simulated-openai', maxRetries: 0 }),
    anthropic: new Anthropic({
      baseURL: `${providersUrl}/anthropic`,
      apiKey: 'sk-simulated-anthropic',
      maxRetries: 0,
      openTelemetry,
    }),
  };
}
