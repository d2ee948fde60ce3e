import { Unusable } from '../store/unusable.ts';

/** @throws Unusable when no ledger answers, or it refuses */
export async function fetchFromLedger(url: URL, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch {
    throw new Unusable(`no ledger answers at ${url.origin}: start it, or give its address with --api`);
  }
  if (!response.ok) {
    throw new Unusable(`the ledger answered ${response.status}: ${(await response.text()).slice(0, 300).trim()}`);
  }
  return response;
}
