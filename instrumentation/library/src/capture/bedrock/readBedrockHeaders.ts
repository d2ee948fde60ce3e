import { header } from '../header.ts';
import type { ResponseFields } from '../wire/responseFields.ts';

/** Takes what Bedrock says in response headers; `InvokeModel` says tokens there for every text model. */
export function readBedrockHeaders(headers: unknown, fields: ResponseFields): void {
  const count = (name: string) => {
    const value = header(headers, name);
    return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
  };
  fields.meteredInputTokens = count('x-amzn-bedrock-input-token-count');
  fields.meteredOutputTokens = count('x-amzn-bedrock-output-token-count');
  fields.meteredCacheReadTokens = count('x-amzn-bedrock-cache-read-input-token-count');
  fields.meteredCacheWriteTokens = count('x-amzn-bedrock-cache-write-input-token-count');
  fields.serviceTier = header(headers, 'x-amzn-bedrock-service-tier');
  fields.speed = header(headers, 'x-amzn-bedrock-performanceconfig-latency');
  fields.id = header(headers, 'x-amzn-requestid');
}
