import type { ResponseFields } from '../wire/responseFields.ts';

/** Takes what needs its neighbour: `cacheDetails` list tokens written by lifetime. */
export function takeBedrockField(fields: ResponseFields, field: string, value: string | number): boolean {
  if (field === 'cacheTtl') {
    fields.cacheTtl = String(value);
  } else if (field === 'cacheTtlTokens') {
    fields.cacheTtlTokens = Number(value);
  } else {
    return false;
  }
  const { cacheTtl, cacheTtlTokens } = fields;
  if (cacheTtl !== undefined && cacheTtlTokens !== undefined) {
    if (cacheTtl === '5m') {
      fields.cacheWrite5mTokens = cacheTtlTokens;
    } else if (cacheTtl === '1h') {
      fields.cacheWrite1hTokens = cacheTtlTokens;
    }
    fields.cacheTtl = undefined;
    fields.cacheTtlTokens = undefined;
  }
  return true;
}
