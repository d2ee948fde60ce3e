import type { Dialect } from './dialect.ts';
import { LITELLM } from './litellm.ts';
import { OPEN_INFERENCE } from './openInference.ts';
import { OPEN_LLMETRY } from './openLlmetry.ts';
import { OTEL } from './otel.ts';
import { OTEL_EARLY } from './otelEarly.ts';
import { VERCEL_AI } from './vercelAi.ts';

/** In the order they are tried: the most particular sign first, since all of them also use `gen_ai.*` names. */
export const DIALECTS: readonly Dialect[] = [LITELLM, OPEN_INFERENCE, VERCEL_AI, OPEN_LLMETRY, OTEL, OTEL_EARLY];
