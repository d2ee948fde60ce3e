const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/(chatcmpl-|msg_01|req_011|req_|resp_)[A-Za-z0-9]+/g, '$1…'],
  [/(\\*"created(?:_at)?\\*":)\d+/g, '$1…'],
];

/** What an application saw, without what differs from call to call by nature: ids and times. */
export function sameForAll(saw: string): string {
  return CHANGING.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), saw);
}
