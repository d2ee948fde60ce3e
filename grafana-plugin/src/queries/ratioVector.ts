import { promString } from './promString.ts';

/** Ratios as series that carry `provider`. They stand in the query itself: bills are older than any day that is asked for. */
export const ratioVector = (ratios: readonly { readonly provider: string; readonly ratio: number }[]): string =>
  ratios
    .map(({ provider, ratio }) => `label_replace(vector(${ratio}), "provider", ${replacement(provider)}, "", "")`)
    .join(' or ');

/** As a replacement: `$` stands for itself. */
const replacement = (text: string): string => promString(text.replaceAll('$', '$$$$'));
