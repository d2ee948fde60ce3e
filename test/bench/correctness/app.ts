import type Anthropic from '@anthropic-ai/sdk';
import type OpenAI from 'openai';
import type { Steering } from '../../workload/providers/steering.ts';

/** What a case has to make calls with: the real clients, as an application holds them. */
export interface App {
  readonly OpenAI: typeof OpenAI;
  readonly Anthropic: typeof Anthropic;
  /** Pointed at the simulated provider, two retries. */
  readonly openai: OpenAI;
  readonly anthropic: Anthropic;
  readonly openaiUrl: string;
  readonly anthropicUrl: string;
  /** Where the case's recorded `answer` is given: `<url>/<provider>` and the provider’s own path */
  readonly recordedUrl: string;
  /** Another client, by `import` or `require` as the process has it. */
  load<T>(name: string): Promise<T>;
  /** Request options that make the simulated provider bill exactly this. */
  sim(steering: Steering): { headers: Record<string, string> };
  /** `withAttribution` of the library; without the library it just calls. */
  attributed<T>(attribution: { tenant: string }, call: () => Promise<T>): Promise<T>;
}
