import { readFileSync } from 'node:fs';
import { at } from './at.mjs';

/** The ledger's days, oldest first; with the token in AI_FINOPS_API_TOKEN_FILE where its API asks for one. */
export async function listDays(ports) {
  const file = process.env.AI_FINOPS_API_TOKEN_FILE;
  const headers = file ? { authorization: `Bearer ${readFileSync(file, 'utf8').trim()}` } : {};
  const answer = await fetch(`${at(ports.api)}/api/v1/days`, { headers });
  if (!answer.ok) {
    throw new Error(`the ledger's API answered ${answer.status}: ${await answer.text()}`);
  }
  const { days } = await answer.json();
  return days;
}
