/*
 * Before the ledger starts in the docker stack: the token of its API (LEDGER_TOKEN, else one made up once), the app as
 * Grafana loads it, and the demo's contract prices, which date the story its history tells.
 */
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { writePrices } from '../embedded/seed.mjs';
import { readSettings } from '../embedded/settings.mjs';

const file = process.env.AI_FINOPS_API_TOKEN_FILE;
const given = process.env.LEDGER_TOKEN;
if (given || !existsSync(file)) {
  writeFileSync(file, `${given || randomBytes(32).toString('base64url')}\n`);
}
rmSync('/plugins/aifinops-app', { recursive: true, force: true });
cpSync('grafana-plugin/dist', '/plugins/aifinops-app', { recursive: true });
await writePrices(readSettings());
