import type { FailureReply } from '../failureReply.ts';

/** Anthropic's error shapes: `rate_limit_error` for 429, `overloaded_error` for 529, `api_error` for the rest. */
export function anthropicFailure(
  status: number,
  model: string,
  requestId: string,
  retryAfterMs: number | undefined
): FailureReply {
  const [type, message] = {
    400: ['invalid_request_error', 'The request body is not valid JSON'],
    401: ['authentication_error', 'x-api-key header is required'],
    429: [
      'rate_limit_error',
      `This request would exceed your organization's rate limit of 2,000,000 input tokens per minute (model: ${model}).`,
    ],
    529: ['overloaded_error', 'Overloaded'],
  }[status] ?? ['api_error', 'Internal server error'];
  return {
    body: { type: 'error', error: { type, message, details: null }, request_id: requestId },
    headers: {
      'request-id': requestId,
      'anthropic-organization-id': 'org-sim',
      'x-should-retry': status === 429 || status >= 500 ? 'true' : 'false',
      ...(retryAfterMs !== undefined && {
        'retry-after': String(Math.ceil(retryAfterMs / 1000)),
        'retry-after-ms': String(retryAfterMs),
      }),
    },
  };
}
