import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

/** The real SDKs, pointed at given base URLs. */
export interface Clients {
  readonly openai: OpenAI;
  readonly anthropic: Anthropic;
}

/** Clients with retries switched on as applications have them. */
export function createClients(openaiUrl: string, anthropicUrl: string): Clients {
  return {
    openai: new OpenAI({ baseURL: openaiUrl, apiKey: 'sk-simulated-openai', maxRetries: 3 }),
    anthropic: new Anthropic({ baseURL: anthropicUrl, apiKey: 'sk-simulated-anthropic', maxRetries: 3 }),
  };
}
