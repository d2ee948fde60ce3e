import { Command, Option } from 'commander';
import type { ListedAnomaly } from '../api/listAnomalies.ts';
import type { DigestDay } from '../digest/digestDay.ts';
import { makeDigest } from '../digest/makeDigest.ts';
import { markdownDigest } from '../digest/markdownDigest.ts';
import { postWebhook } from '../digest/postWebhook.ts';
import { readWebhook } from '../digest/readWebhook.ts';
import { slackMessage } from '../digest/slackMessage.ts';
import { teamsMessage } from '../digest/teamsMessage.ts';
import { NO_OWNERS } from '../ownership/noOwners.ts';
import { Unusable } from '../store/unusable.ts';
import { apiTokenOption } from './apiTokenOption.ts';
import { apiUrl } from './apiUrl.ts';
import { fetchFromLedger } from './fetchFromLedger.ts';
import { finopsOption } from './finopsOption.ts';
import { readOwners } from './readOwners.ts';

interface DigestOptions {
  readonly daily?: true;
  readonly weekly?: true;
  readonly to?: 'slack' | 'teams';
  readonly webhookFile?: string;
  readonly link?: string;
  readonly dryRun?: true;
  readonly api: string;
  readonly apiTokenFile?: string;
  readonly finops?: string;
}

const MESSAGES = { slack: slackMessage, teams: teamsMessage };

/** `ai-finops digest`: the number, what stood out and who answers for it, for those who do not open Grafana. */
export function digestCommand(): Command {
  return new Command('digest')
    .description(
      'Tell the last closed day or week: cost, owner, budget, anomalies; print it, or send it to Slack or Teams'
    )
    .option('--daily', 'the last closed day')
    .option('--weekly', 'the last seven closed days')
    .addOption(new Option('--to <where>', 'send it instead of printing it').choices(['slack', 'teams']))
    .option('--webhook-file <file>', 'file with the webhook address; else AI_FINOPS_DIGEST_WEBHOOK in the environment')
    .addOption(new Option('--link <url>', 'where a reader finds more').env('AI_FINOPS_APP_URL'))
    .option('--dry-run', 'print what would be sent')
    .option('--api <url>', 'the running ledger', 'http://127.0.0.1:4321')
    .addOption(apiTokenOption())
    .addOption(finopsOption())
    .action(run);
}

async function run(options: DigestOptions): Promise<void> {
  if ((options.daily === undefined) === (options.weekly === undefined)) {
    throw new Unusable('say which: --daily or --weekly');
  }
  const webhook =
    options.to && !options.dryRun
      ? readWebhook(options.webhookFile, process.env['AI_FINOPS_DIGEST_WEBHOOK'])
      : undefined;
  const ask = async (path: string) => (await fetchFromLedger(apiUrl(options.api, path), options.apiTokenFile)).json();
  const { days } = (await ask('/api/v1/days')) as { days: DigestDay[] };
  const { anomalies } = (await ask('/api/v1/anomalies')) as { anomalies: ListedAnomaly[] };
  const digest = makeDigest({
    days,
    anomalies,
    owners: options.finops ? readOwners(options.finops) : NO_OWNERS,
    length: options.daily ? 1 : 7,
    nowMs: Date.now(),
    link: options.link,
  });
  const message = options.to && MESSAGES[options.to](digest);
  if (webhook && message) {
    await postWebhook(webhook, message);
    console.log(`sent to ${options.to}: ${digest.title}`);
  } else {
    console.log(message ? JSON.stringify(message, null, 2) : markdownDigest(digest));
  }
}
