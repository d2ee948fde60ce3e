import type { FailureReply } from './failureReply.ts';
import type { JsonObject } from './jsonObject.ts';
import type { Plan } from './plan.ts';
import type { PromptCache } from './promptCache.ts';
import type { PromptTokens } from './promptTokens.ts';
import type { WireEvent } from './wireEvent.ts';

/** How one provider speaks. */
export interface Wire {
  /** `gen_ai.provider.name`. */
  readonly provider: string;
  /** The tier of a call that asks for none. */
  readonly defaultTier: string;
  /** Whether usage tells five-minute from one-hour cache writes. */
  readonly tellsCacheLifetime: boolean;
  /** Prefix and length of an id. */
  readonly responseId: readonly [prefix: string, length: number];
  readonly requestId: readonly [prefix: string, length: number];
  authorized(headers: NodeJS.Dict<string | string[]>): boolean;
  /** Whether the model thinks for this request. */
  reasons(body: JsonObject): boolean;
  maxTokens(body: JsonObject): number | undefined;
  prompt(body: JsonObject, cache: PromptCache, nowMs: number): PromptTokens;
  headers(plan: Plan, tookMs: number): Record<string, string>;
  answer(plan: Plan): object;
  /** What the answer says the call was charged: decimal text, USD. */
  readonly chargedUsd?: (plan: Plan) => string;
  events(plan: Plan): WireEvent[];
  /** @param retryAfterMs what the reply tells the client to wait; undefined says nothing about it */
  failure(status: number, model: string, requestId: string, retryAfterMs: number | undefined): FailureReply;
}
