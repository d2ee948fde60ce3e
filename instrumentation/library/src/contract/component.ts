import { TOKEN_TYPES } from './tokenType.ts';

/** What a call is billed by: token types (quantity in tokens) and tool fees (quantity in uses). */
export const COMPONENTS = [...TOKEN_TYPES, 'web_search'] as const;

export type Component = (typeof COMPONENTS)[number];
