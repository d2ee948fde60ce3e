import type { CallPlan } from './callPlan.ts';
import type { Clients } from './clients.ts';
import type { Outcome } from './outcome.ts';

/** Makes one planned call through the real SDK. Provider failures past the retries are an outcome, not an exception. */
export async function makeCall(clients: Clients, plan: CallPlan): Promise<Outcome> {
  try {
    return plan.provider === 'openai' ? await openaiCall(clients, plan) : await anthropicCall(clients, plan);
  } catch {
    return 'failed';
  }
}

async function openaiCall({ openai }: Clients, plan: CallPlan): Promise<Outcome> {
  const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
  const options = { headers: { 'x-sim': JSON.stringify(plan.steering) } };
  if (!plan.stream) {
    await openai.chat.completions.create({ model: plan.model, messages }, options);
    return 'ok';
  }
  const stream_options = plan.includeUsage ? { include_usage: true } : undefined;
  const params = { model: plan.model, messages, stream: true as const, ...(stream_options && { stream_options }) };
  return drain(await openai.chat.completions.create(params, options), plan);
}

async function anthropicCall({ anthropic }: Clients, plan: CallPlan): Promise<Outcome> {
  const params = {
    model: plan.model,
    max_tokens: 8192,
    messages: [{ role: 'user' as const, content: 'Where is my order?' }],
  };
  const options = { headers: { 'x-sim': JSON.stringify(plan.steering) } };
  if (!plan.stream) {
    await anthropic.messages.create(params, options);
    return 'ok';
  }
  return drain(await anthropic.messages.create({ ...params, stream: true }, options), plan);
}

async function drain(stream: AsyncIterable<unknown>, plan: CallPlan): Promise<Outcome> {
  let events = 0;
  for await (const _event of stream) {
    events += 1;
    if (events === plan.abortAfterEvents) {
      return 'aborted';
    }
  }
  return 'ok';
}
