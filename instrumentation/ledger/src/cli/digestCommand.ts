import { Command, Option } from 'commander';
import type { ListedAnomaly } from '../api/listAnomalies.ts';
import type { Digest } from '../digest/digest.ts';
import type { DigestDay } from '../digest/digestDay.ts';
import { makeDigest } from '../digest/makeDigest.ts';
import { markdownDigest } from '../digest/markdownDigest.ts';
import { postWebhook } from '../digest/postWebhook.ts';
import { readSecretUrl } from '../digest/readSecretUrl.ts';
import { readWebhook } from '../digest/readWebhook.ts';
import { reviewPart } from '../digest/reviewPart.ts';
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
  readonly to?: 'slack' | 'teams' | 'email';
  readonly smtpFile?: string;
  readonly from?: string;
  readonly recipient?: readonly string[];
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
      'Tell the last closed day or week: cost, owner, budget, anomalies; print it, or send it to Slack, Teams or by e-mail'
    )
    .option('--daily', 'the last closed day')
    .option(
      '--weekly',
      'the last seven closed days, with the agenda of the week’s review, once it is closed its minutes'
    )
    .addOption(new Option('--to <where>', 'send it instead of printing it').choices(['slack', 'teams', 'email']))
    .option('--webhook-file <file>', 'file with the webhook address; else AI_FINOPS_DIGEST_WEBHOOK in the environment')
    .option(
      '--smtp-file <file>',
      'file with smtp(s)://user:password@host:port; else AI_FINOPS_DIGEST_SMTP in the environment'
    )
    .option('--from <address>', 'who sends the e-mail')
    .option('--recipient <address...>', 'who gets the e-mail; may be given more than once')
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
  const send = options.dryRun || options.to === undefined ? undefined : sender(options.to, options);
  const ask = async (path: string) => (await fetchFromLedger(apiUrl(options.api, path), options.apiTokenFile)).json();
  const { days } = (await ask('/api/v1/days')) as { days: DigestDay[] };
  // A digest is of closed days: what stands out today is not for certain yet.
  const last = days.findLast(({ state }) => state === 'closed')?.day;
  const { anomalies } = (await ask(`/api/v1/anomalies${last === undefined ? '' : `?to=${last}`}`)) as {
    anomalies: ListedAnomaly[];
  };
  const review = options.weekly ? reviewPart(await ask('/api/v1/review')) : undefined;
  const digest = makeDigest({
    days,
    anomalies,
    owners: options.finops ? readOwners(options.finops) : NO_OWNERS,
    length: options.daily ? 1 : 7,
    nowMs: Date.now(),
    review,
    link: options.link,
  });
  if (send) {
    await send(digest);
    console.log(`sent to ${options.to}: ${digest.title}`);
  } else {
    const message = options.to === 'slack' || options.to === 'teams' ? MESSAGES[options.to](digest) : undefined;
    console.log(message ? JSON.stringify(message, null, 2) : markdownDigest(digest));
  }
}

/** @throws Unusable where it is not said where to send to */
function sender(to: 'slack' | 'teams' | 'email', options: DigestOptions): (digest: Digest) => Promise<void> {
  if (to === 'email') {
    const { from, recipient } = options;
    if (from === undefined || recipient === undefined) {
      throw new Unusable('say who sends and who gets the e-mail: --from and --recipient');
    }
    const server = readSecretUrl({
      ...{ what: 'SMTP server', file: options.smtpFile, fromEnvironment: process.env['AI_FINOPS_DIGEST_SMTP'] },
      ...{ protocols: /^smtps?:$/, scheme: 'smtp(s)', give: '--smtp-file, or set AI_FINOPS_DIGEST_SMTP' },
    });
    // Loaded where it is needed: the ledger itself starts without it.
    return async (digest) => (await import('../digest/sendMail.ts')).sendMail(server, { from, to: recipient, digest });
  }
  const webhook = readWebhook(options.webhookFile, process.env['AI_FINOPS_DIGEST_WEBHOOK']);
  return (digest) => postWebhook(webhook, MESSAGES[to](digest));
}
