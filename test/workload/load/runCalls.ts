import type { CallPlan } from './callPlan.ts';
import { createClients } from './clients.ts';
import { makeCall } from './makeCall.ts';
import type { Mix } from './mix.ts';
import type { Outcome } from './outcome.ts';
import { planCalls } from './planCalls.ts';

export interface RunOptions {
  readonly count: number;
  readonly concurrency: number;
  readonly mix: Mix;
  readonly seed: string;
  readonly openaiUrl: string;
  readonly anthropicUrl: string;
  /** Wraps each call, for instance with `withAttribution`. */
  readonly around?: (attribution: CallPlan['attribution'], call: () => Promise<Outcome>) => Promise<Outcome>;
}

export interface RunResult {
  readonly calls: number;
  readonly ok: number;
  readonly aborted: number;
  readonly failed: number;
  readonly streamed: number;
  readonly openai: number;
  readonly anthropic: number;
  /** Attempts that were made to fail; the provider sees `calls + refusedAttempts` exchanges. */
  readonly refusedAttempts: number;
  readonly seconds: number;
}

/** Makes `count` calls, `concurrency` at a time, each new one as soon as one has ended. */
export async function runCalls(options: RunOptions): Promise<RunResult> {
  const started = performance.now();
  const clients = createClients(options.openaiUrl, options.anthropicUrl);
  const plans = planCalls(options.count, options.mix, options.seed);
  const around = options.around ?? ((_attribution, call) => call());
  const outcomes: Record<Outcome, number> = { ok: 0, aborted: 0, failed: 0 };
  const queue = plans.values();
  const worker = async (): Promise<void> => {
    for (const plan of queue) {
      outcomes[await around(plan.attribution, () => makeCall(clients, plan))] += 1;
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  const count = (matches: (plan: CallPlan) => boolean): number => plans.filter(matches).length;
  return {
    calls: plans.length,
    ...outcomes,
    streamed: count((plan) => plan.stream),
    openai: count((plan) => plan.provider === 'openai'),
    anthropic: count((plan) => plan.provider === 'anthropic'),
    refusedAttempts: plans.reduce((sum, plan) => sum + (plan.steering.failures?.length ?? 0), 0),
    seconds: Math.round(performance.now() - started) / 1000,
  };
}
