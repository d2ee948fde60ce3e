import { Command, Option } from 'commander';
import { basename } from 'node:path';
import { READING_KINDS, readReadingsFile, type ReadingKind } from '../readings/readReadingsFile.ts';
import { Unusable } from '../store/unusable.ts';
import { apiTokenOption } from './apiTokenOption.ts';
import { apiUrl } from './apiUrl.ts';
import { fetchFromLedger } from './fetchFromLedger.ts';
import type { LedgerCaller } from './ledgerCaller.ts';

interface ImportOptions extends LedgerCaller {
  readonly kind: ReadingKind;
  readonly dryRun?: true;
}

/** As many as the API takes at once. */
const BATCH = 500;

/** `ai-finops outcomes import`: what of days is known elsewhere, from a CSV. */
export function outcomesCommand(): Command {
  const load = new Command('import')
    .description('Tell a running ledger what all of a day was, from a CSV; sent again it changes nothing')
    .argument('<file>', 'columns day, feature, unit, count; value: day, feature, usd; revenue: day, tenant, usd')
    .addOption(new Option('--kind <kind>', 'what the rows are').choices(READING_KINDS).default('outcome'))
    .option('--dry-run', 'only read the file')
    .option('--api <url>', 'the running ledger', 'http://127.0.0.1:4321')
    .addOption(apiTokenOption())
    .option('--as <name>', 'who records it; believed by a ledger that asks for a token')
    .action(importFile);
  return new Command('outcomes').description('What AI delivered, and what it was worth').addCommand(load);
}

async function importFile(file: string, { kind, dryRun, api, apiTokenFile, as }: ImportOptions): Promise<void> {
  let readings;
  try {
    readings = await readReadingsFile(file, kind);
  } catch (error) {
    throw new Unusable(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (let index = 0; index < readings.length && !dryRun; index += BATCH) {
    await fetchFromLedger(apiUrl(api, '/api/v1/readings'), apiTokenFile, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(as !== undefined && { 'x-grafana-user': as }) },
      body: JSON.stringify({ source: basename(file), readings: readings.slice(index, index + BATCH) }),
    });
    console.log(`${Math.min(index + BATCH, readings.length)} of ${readings.length} rows told`);
  }
  if (dryRun || readings.length === 0) {
    console.log(`${readings.length} rows are good, nothing was told`);
  }
}
