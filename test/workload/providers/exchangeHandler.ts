import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../seededRandom.ts';
import { identifier } from './identifier.ts';
import type { JsonObject } from './jsonObject.ts';
import type { Plan } from './plan.ts';
import { planExchange } from './planExchange.ts';
import type { PromptCache } from './promptCache.ts';
import { readBody } from './readBody.ts';
import { readSteering } from './readSteering.ts';
import { sendJson } from './sendJson.ts';
import { sendStream } from './sendStream.ts';
import type { Settings } from './settings.ts';
import type { TruthEntry } from './truthEntry.ts';
import type { TruthLog } from './truthLog.ts';
import type { Wire } from './wire.ts';

/** Answers the inference calls of one provider and books every one of them. */
export class ExchangeHandler {
  readonly #wire: Wire;
  readonly #settings: Settings;
  readonly #truth: TruthLog;
  readonly #cache: PromptCache;
  #firstAttempts = 0;

  constructor(wire: Wire, settings: Settings, truth: TruthLog, cache: PromptCache) {
    this.#wire = wire;
    this.#settings = settings;
    this.#truth = truth;
    this.#cache = cache;
  }

  /** @param model what the path names, where the body names none */
  async handle(request: IncomingMessage, response: ServerResponse, model?: string): Promise<void> {
    const nowMs = Date.now();
    const text = await readBody(request);
    if (!this.#wire.authorized(request.headers)) {
      this.#fail(response, 401, '');
      return;
    }
    const asked = parsed(text);
    const body = asked && { ...(model !== undefined && { model }), ...asked };
    if (typeof body?.['model'] !== 'string') {
      this.#fail(response, 400, '');
      return;
    }
    const steering = readSteering(request.headers, body);
    const retryCount = Number(request.headers['x-stainless-retry-count'] ?? 0) || 0;
    const failure = steering.failures?.[retryCount] ?? this.#refusal(retryCount, Object.keys(steering).length > 0);
    const prompt =
      failure === undefined
        ? this.#wire.prompt(body, this.#cache, nowMs)
        : { total: 0, cacheRead: 0, cacheWrite: 0, cacheWrite5m: 0, cacheWrite1h: 0, text: '' };
    const plan = planExchange(this.#wire, request.headers, body, steering, prompt, nowMs);
    if (failure !== undefined) {
      this.#book(plan, failure === 429 || failure === 503 || failure === 529 ? 'refused' : 'error', failure);
      this.#fail(response, failure, plan.requestModel, plan);
      return;
    }
    await sleep(steering.firstByteMs ?? this.#settings.firstByteMs);
    if (response.destroyed) {
      // The client left before the first byte; the model had read the prompt, and the prompt is billed.
      this.#book(plan, 'aborted', 200, 0);
      return;
    }
    const headers = this.#wire.headers(plan, Date.now() - nowMs);
    if (!plan.stream) {
      const gzip = String(request.headers['accept-encoding'] ?? '').includes('gzip');
      this.#book(plan, 'ok', 200, plan.usage.outputTokens);
      sendJson(response, 200, headers, this.#wire.answer(plan), steering.encoding ?? (gzip ? 'gzip' : 'identity'));
      return;
    }
    const sent = await sendStream(response, this.#wire.events(plan), {
      headers,
      encoding: steering.encoding ?? 'identity',
      paceMs: steering.paceMs ?? this.#settings.paceMs,
      breakAfterEvents: steering.breakAfterEvents,
      random: seededRandom(text.slice(-256) + text.length),
    });
    const status = { complete: 'ok', aborted: 'aborted', broken: 'error' } as const;
    this.#book(plan, status[sent.end], 200, sent.generated);
  }

  #refusal(retryCount: number, steered: boolean): number | undefined {
    if (retryCount > 0 || steered || this.#settings.refuseEvery === 0) {
      return undefined;
    }
    return ++this.#firstAttempts % this.#settings.refuseEvery === 0 ? 429 : undefined;
  }

  #fail(response: ServerResponse, status: number, model: string, plan?: Plan): void {
    const requestId = plan?.requestId ?? identifier(this.#wire.requestId);
    const retryAfterMs = plan?.steering.retryAfterMs ?? (status === 429 ? 40 : undefined);
    const reply = this.#wire.failure(status, model, requestId, retryAfterMs);
    sendJson(response, status, reply.headers, reply.body);
  }

  #book(plan: Plan, status: TruthEntry['status'], httpStatus: number, generated?: number): void {
    this.#truth.add({
      id: generated === undefined ? plan.requestId : plan.id,
      requestId: plan.requestId,
      provider: this.#wire.provider,
      model: plan.model,
      requestModel: plan.requestModel,
      stream: plan.stream,
      status,
      httpStatus,
      retryCount: plan.retryCount,
      ...(generated !== undefined && { usage: billed(plan, generated) }),
      ...(status === 'ok' && this.#wire.chargedUsd && { chargedUsd: this.#wire.chargedUsd(plan) }),
      serviceTier: plan.serviceTier,
      startedMs: plan.startedMs,
    });
  }
}

/** What was planned, cut to the output that was generated. */
function billed(plan: Plan, generated: number): Plan['usage'] {
  return {
    ...plan.usage,
    outputTokens: generated,
    reasoningTokens: Math.min(plan.usage.reasoningTokens ?? 0, generated),
  };
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
