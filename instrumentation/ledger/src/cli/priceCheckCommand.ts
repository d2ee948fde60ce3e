import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { alignColumns } from '../prices/alignColumns.ts';
import { compareCatalogue, type Comparison } from '../prices/compareCatalogue.ts';
import type { ListedRate } from '../prices/listedRate.ts';
import { readLitellm } from '../prices/readLitellm.ts';
import { readModelsDev } from '../prices/readModelsDev.ts';
import { dayText } from '../store/dayText.ts';
import { DAY_MS, eventDay, type EventDay } from '../store/eventDay.ts';
import { Unusable } from '../store/unusable.ts';
import { utcDay } from './utcDay.ts';

interface CheckOptions {
  readonly catalogue: string;
  readonly at?: EventDay;
  readonly provider?: string;
  readonly json?: true;
}

/** `ai-finops price check --catalogue FILE`: where our list rates and another catalogue's differ. */
export function priceCheckCommand(): Command {
  return new Command('check')
    .description('Compare list rates with another catalogue (exit code 1 where they differ, 2 where it cannot be read)')
    .requiredOption('--catalogue <file>', "LiteLLM's model_prices_and_context_window.json, or models.dev's api.json")
    .option('--at <YYYY-MM-DD>', 'UTC day of our rates; today when absent', utcDay)
    .option('--provider <id>', 'only this provider, as our catalogue names it (openai, anthropic, aws, google, ...)')
    .option('--json', 'as JSON')
    .action((options: CheckOptions) => {
      try {
        run(options);
      } catch (error) {
        if (!(error instanceof Unusable)) {
          throw error;
        }
        console.error(`ai-finops: ${error.message}`);
        process.exitCode = 2;
      }
    });
}

function run({ catalogue, at, provider, json }: CheckOptions): void {
  const atMs = at === undefined ? Date.now() : at * DAY_MS;
  const listed = readCatalogue(catalogue).filter((rate) => provider === undefined || rate.provider === provider);
  const compared = compareCatalogue(listed, createPriceBook(), atMs);
  process.exitCode = compared.disagreements.length > 0 ? 1 : 0;
  console.log(json ? JSON.stringify(compared, null, 2) : text(compared, dayText(eventDay(atMs))));
}

function readCatalogue(path: string): ListedRate[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Unusable(`catalogue ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const entries = typeof json === 'object' && json !== null ? { ...json } : {};
  const listed = readLitellm(entries) ?? readModelsDev(entries);
  if (!listed) {
    throw new Unusable(
      `catalogue ${path}: neither LiteLLM's model_prices_and_context_window.json nor models.dev's api.json`
    );
  }
  return listed;
}

function text({ disagreements, rates, models, unknownModels, unknownRates }: Comparison, day: string): string {
  const header = ['provider', 'model', 'component', 'ours $/M', 'theirs $/M', 'ratio'];
  const rows = disagreements.map((row) => [row.provider, row.model, row.component, row.ours, row.theirs, row.ratio]);
  return [
    ...(rows.length > 0 ? alignColumns([header, ...rows], new Set([3, 4, 5])) : []),
    `${rates} rates of ${models} models compared as of ${day}: ${rows.length} differ; ` +
      `not compared: ${unknownModels} models and ${unknownRates} rates that are not in our catalogue`,
  ].join('\n');
}
