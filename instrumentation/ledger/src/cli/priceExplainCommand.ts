import { COMPONENTS, type Component } from '@ai-finops/instrumentation/contract';
import { createPriceBook, type Quantities } from '@ai-finops/instrumentation/pricing';
import { Command, Option } from 'commander';
import { alignColumns } from '../prices/alignColumns.ts';
import { explainPrice, type PriceExplanation } from '../prices/explainPrice.ts';
import { dayText } from '../store/dayText.ts';
import { DAY_MS, eventDay, type EventDay } from '../store/eventDay.ts';
import { Unusable } from '../store/unusable.ts';
import { readPrices } from './readPrices.ts';
import { utcDay } from './utcDay.ts';
import { wholeNumber } from './wholeNumber.ts';

interface ExplainOptions {
  readonly at?: EventDay;
  readonly tier?: string;
  readonly prices?: string;
  readonly json?: true;
  readonly [component: string]: unknown;
}

/** Those a call can be asked about; the others are due by themselves, or nobody's rate. */
const ASKED = COMPONENTS.filter((component) => component !== 'request' && component !== 'provider_total');
const optionName = (component: Component) => component.replaceAll('_', '-');

/** `ai-finops price explain PROVIDER MODEL`: what a call costs, and why, component by component. */
export function priceExplainCommand(): Command {
  const command = new Command('explain')
    .description('Print what a call costs, component by component (exit code 1 where it has no price)')
    .argument('<provider>', "OpenTelemetry's name, such as openai, anthropic, aws.bedrock, gcp.vertex_ai")
    .argument('<model>', 'as the response names it')
    .option('--at <YYYY-MM-DD>', 'UTC day of the call; today when absent', utcDay)
    .option('--tier <tier>', 'service tier the response names; parts joined by +, such as batch+geo_us')
    .addOption(new Option('--prices <file>', 'prices file (YAML or JSON)').env('AI_FINOPS_PRICES'))
    .option('--json', 'as JSON')
    .action(run);
  const quantity = wholeNumber(0, 1_000_000_000);
  ASKED.forEach((component) => command.option(`--${optionName(component)} <n>`, `quantity of ${component}`, quantity));
  return command;
}

function run(provider: string, model: string, options: ExplainOptions): void {
  const atMs = options.at === undefined ? Date.now() : options.at * DAY_MS;
  const quantities = quantitiesOf(options);
  if (Object.keys(quantities).length === 0) {
    throw new Unusable(`give a quantity, such as --input 1000; parts are disjoint: --input is uncached text input`);
  }
  const card = createPriceBook(readPrices(options.prices)).resolve({ provider, model, atMs });
  const explained = explainPrice({ quantities, card, serviceTier: options.tier });
  const asked = { provider, model, day: dayText(eventDay(atMs)), tier: options.tier ?? 'standard' };
  if ('kind' in explained) {
    process.exitCode = 1;
    console.log(options.json ? json({ asked, unpriced: explained.reason }) : `unpriced: ${explained.reason}`);
    return;
  }
  console.log(options.json ? json({ asked, ...explained }) : text(asked, explained));
}

function quantitiesOf(options: ExplainOptions): Quantities {
  const given = ASKED.map((component) => {
    const key = optionName(component).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return [component, options[key]] as const;
  });
  return Object.fromEntries(given.filter(([, quantity]) => typeof quantity === 'number' && quantity > 0));
}

function text(asked: Record<string, string>, explained: PriceExplanation): string {
  const header = ['component', 'quantity', 'list $/M', 'tier', 'paid $/M', 'from', 'list $', 'cost $'];
  const rows = explained.components.map((part) => [
    part.component,
    String(part.quantity),
    part.listPerMillion,
    part.tierFactor === '1' ? '' : `x ${part.tierFactor}`,
    part.paidPerMillion,
    part.source,
    part.listUsd,
    part.usd,
  ]);
  const total = ['total', '', '', '', '', '', explained.listUsd, explained.usd];
  const steps = explained.longContextAbove;
  return [
    `${asked['provider']} ${asked['model']} on ${asked['day']} (UTC), tier ${asked['tier']}`,
    `card ${explained.card}`,
    ...explained.contracts.map(
      ({ id, from, to }) => `with ${id}${from ? ` from ${from}` : ''}${to ? ` to ${to}` : ''}`
    ),
    ...(steps === undefined ? [] : [`long context: more than ${steps} tokens of input, the whole call at that step`]),
    '',
    ...alignColumns([header, ...rows, total], new Set([1, 2, 3, 4, 6, 7])),
  ].join('\n');
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
