import { TOKEN_TYPES } from '@ai-finops/instrumentation/contract';
import type { Call } from '../../data/call.ts';

/** Tokens of a call as a table shows them: sent anew (cache writes included), read from a cache, received. Disjoint. */
export interface TokenSums {
  readonly in: number;
  readonly cached: number;
  readonly out: number;
}

/** undefined where usage is unknown. */
export function tokenSums({ quantities }: Pick<Call, 'quantities'>): TokenSums | undefined {
  if (quantities === null) {
    return undefined;
  }
  const sum = (of: (type: string) => boolean) =>
    TOKEN_TYPES.filter(of).reduce((all, type) => all + (quantities[type] ?? 0), 0);
  const isCached = (type: string) => type.startsWith('cache_read');
  const isOut = (type: string) => type.startsWith('output') || type === 'reasoning';
  return { in: sum((type) => !isCached(type) && !isOut(type)), cached: sum(isCached), out: sum(isOut) };
}
