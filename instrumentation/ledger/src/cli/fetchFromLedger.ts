import { Unusable } from '../store/unusable.ts';
import { readTokens } from './readTokens.ts';

/**
 * Asks a running ledger, with the first token of a token file where one is given.
 *
 * @throws Unusable when no ledger answers, or it refuses
 */
export async function fetchFromLedger(
  url: URL,
  tokenFile: string | undefined,
  init: RequestInit = {},
  /** Statuses that are answers, too. */
  accepted: readonly number[] = []
): Promise<Response> {
  const headers = new Headers(init.headers);
  if (tokenFile !== undefined) {
    headers.set('authorization', `Bearer ${readTokens(tokenFile)[0]}`);
  }
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
    throw new Unusable(`no ledger answers at ${url.origin}${cause}: start it, or give its address with --api`);
  }
  if (response.status === 401) {
    throw new Unusable(`the ledger at ${url.origin} asks for a token: give its file with --api-token-file`);
  }
  if (!response.ok && !accepted.includes(response.status)) {
    throw new Unusable(`the ledger answered ${response.status}: ${reasonOf(await response.text())}`);
  }
  return response;
}

/** The ledger's own words, or the start of whatever answered. */
function reasonOf(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    return typeof error === 'string' ? error : text.slice(0, 300).trim();
  } catch {
    return text.slice(0, 300).trim();
  }
}
