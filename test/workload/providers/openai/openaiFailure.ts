import type { FailureReply } from '../failureReply.ts';

/** OpenAI's error shapes: 429 names the limit and when to try again, 503 is overload, the rest is the server's fault. */
export function openaiFailure(
  status: number,
  model: string,
  requestId: string,
  retryAfterMs: number | undefined
): FailureReply {
  const error = {
    400: ['We could not parse the JSON body of your request.', 'invalid_request_error', null],
    401: ['You didn’t provide an API key.', 'invalid_request_error', 'invalid_api_key'],
    429: [
      `Rate limit reached for ${model} in organization org-sim on tokens per min (TPM): Limit 2000000, ` +
        `Used 1998212, Requested 4096. Please try again in ${retryAfterMs ?? 0}ms. ` +
        'Visit https://platform.openai.com/account/rate-limits to learn more.',
      'tokens',
      'rate_limit_exceeded',
    ],
    503: ['The engine is currently overloaded, please try again later', 'service_unavailable', 'overloaded'],
  }[status] ?? ['The server had an error while processing your request. Sorry about that!', 'server_error', null];
  return {
    body: { error: { message: error[0], type: error[1], param: null, code: error[2] } },
    headers: {
      'x-request-id': requestId,
      'openai-organization': 'org-sim',
      'openai-version': '2020-10-01',
      ...(retryAfterMs !== undefined && {
        'retry-after': String(Math.ceil(retryAfterMs / 1000)),
        'retry-after-ms': String(retryAfterMs),
      }),
      ...(status === 429 && {
        'x-ratelimit-limit-tokens': '2000000',
        'x-ratelimit-remaining-tokens': '0',
        'x-ratelimit-reset-tokens': `${retryAfterMs ?? 0}ms`,
      }),
    },
  };
}
