import type { PlannedCall } from './plannedCall.ts';

const LIMITS = ['max_output_tokens', 'max_completion_tokens', 'max_tokens', 'maxOutputTokens', 'maxTokens'];
const NESTED = ['generationConfig', 'inferenceConfig'];

/** Reads model and limits from a provider request; undefined where the body is not a JSON object. Keeps no text of it. */
export function readPlannedCall(path: string, body: string): PlannedCall | undefined {
  const request = parseObject(body);
  if (request === undefined) {
    return undefined;
  }
  const isEmbedding = /embed/i.test(path);
  const choices = request['n'];
  const limit = [request, ...NESTED.map((name) => asObject(request[name]))].flatMap((place) =>
    LIMITS.map((name) => place?.[name])
  );
  const perChoice = limit.find(isCount);
  const model = request['model'] ?? /\/models?\/([^/:?]+)/.exec(path)?.[1];
  return {
    model: typeof model === 'string' ? model : '',
    bytes: Buffer.byteLength(body),
    maxOutputTokens: isEmbedding
      ? 0
      : perChoice === undefined
        ? undefined
        : perChoice * (isCount(choices) ? choices : 1),
    serviceTier: request['service_tier'] === 'priority' ? 'priority' : undefined,
  };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
