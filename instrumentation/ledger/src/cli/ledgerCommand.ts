import { Command, Option } from 'commander';
import type { Worker } from 'node:worker_threads';
import type { BillApi } from '../bills/fetch/fetchBill.ts';
import { startStoreThread } from '../store/startStoreThread.ts';
import { accountPair } from './accountPair.ts';
import { billingUrl } from './billingUrl.ts';
import { BOOK_COMMANDS } from './bookCommands.ts';
import { createLog } from './createLog.ts';
import { duration } from './duration.ts';
import { finopsOption } from './finopsOption.ts';
import { httpUrl } from './httpUrl.ts';
import type { LedgerSettings } from './ledgerSettings.ts';
import { wholeNumber } from './wholeNumber.ts';

const MEBIBYTE = 1_048_576;
/** Loaded when asked for: they take three times what a start takes. */
const COMMANDS: Readonly<Record<(typeof BOOK_COMMANDS)[number], () => Promise<Command>>> = {
  close: async () => (await import('./closeCommand.ts')).closeCommand(),
  export: async () => (await import('./exportCommand.ts')).exportCommand(),
  verify: async () => (await import('./verifyCommand.ts')).verifyCommand(),
  backup: async () => (await import('./backupCommand.ts')).backupCommand(),
  restore: async () => (await import('./restoreCommand.ts')).restoreCommand(),
  reprice: async () => (await import('./repriceCommand.ts')).repriceCommand(),
  'forget-user': async () => (await import('./forgetUserCommand.ts')).forgetUserCommand(),
};

interface LedgerOptions {
  readonly data: string;
  readonly host: string;
  readonly apiHost?: string;
  readonly intakePort: number;
  readonly metricsPort: number;
  readonly apiPort: number;
  readonly prices?: string;
  readonly finops?: string;
  readonly retentionDays: number;
  readonly maxSkew: number;
  readonly closeGrace: number;
  readonly closeQuiet: number;
  readonly closeLimit: number;
  readonly maxBody: number;
  readonly maxInflated: number;
  readonly maxInFlight: number;
  readonly intakeTokenFile?: string;
  readonly apiTokenFile?: string;
  readonly grafanaUrl?: string;
  readonly exportDir?: string;
  readonly outcomesPrometheus?: string;
  readonly outcomesTokenFile?: string;
  readonly openaiAdminKeyFile?: string;
  readonly anthropicAdminKeyFile?: string;
  readonly openaiBillingUrl?: string;
  readonly anthropicBillingUrl?: string;
  readonly billsAfter: number;
  readonly billAccount: ReadonlyMap<string, string>;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly logFormat: 'json' | 'text';
}

/**
 * `ai-finops ledger`: runs the ledger until SIGTERM or SIGINT.
 *
 * @param words what follows it; help, and a word that is no command, need the names of all commands
 * @param storeThread where one was started ahead
 */
export async function ledgerCommand(words: readonly string[], storeThread?: Worker): Promise<Command> {
  const port = wholeNumber(0, 65_535);
  const mebibytes = wholeNumber(1, 4_096);
  const command = new Command('ledger')
    .description('Keep the books: take money spans by OTLP, price them, serve metrics and daily closes')
    .addOption(new Option('--data <dir>', 'where the books are kept').env('AI_FINOPS_DATA').default('.data/ledger'))
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--api-host <address>', 'address the API listens on, where it is another one')
    .option('--intake-port <port>', 'OTLP/HTTP', port, 4318)
    .option('--metrics-port <port>', '/metrics and /metrics/closes', port, 4320)
    .option('--api-port <port>', '/api/v1', port, 4321)
    .addOption(
      new Option('--prices <file>', 'prices file (YAML or JSON): contracts, tiers, names').env('AI_FINOPS_PRICES')
    )
    .addOption(finopsOption())
    .option('--retention-days <days>', 'days single calls are kept; sums stay for ever', wholeNumber(2, 3_650), 100)
    .addOption(lasting('--max-skew <duration>', 'how far a call may start ahead of this clock', '10m'))
    .addOption(lasting('--close-grace <duration>', 'a day closes this long after its end ...', '2h'))
    .addOption(lasting('--close-quiet <duration>', '... and this long after its last arrival ...', '30m'))
    .addOption(lasting('--close-limit <duration>', '... but at most this long after its end', '24h'))
    .option('--max-body <MiB>', 'largest request as sent', mebibytes, 16)
    .option('--max-inflated <MiB>', 'largest request inflated; a quarter of it for JSON', mebibytes, 64)
    .option('--max-in-flight <MiB>', 'requests held at once', mebibytes, 64)
    .addOption(
      new Option('--intake-token-file <file>', 'bearer tokens, one a line, one of which senders must show').env(
        'AI_FINOPS_INTAKE_TOKEN_FILE'
      )
    )
    .addOption(
      new Option('--api-token-file <file>', 'the same for the API; needed where it listens beyond this machine').env(
        'AI_FINOPS_API_TOKEN_FILE'
      )
    )
    .addOption(
      new Option('--grafana-url <url>', 'the Grafana whose signature tells who records what')
        .env('AI_FINOPS_GRAFANA_URL')
        .argParser(httpUrl)
    )
    .addOption(
      new Option('--export-dir <dir>', 'write calls for a warehouse there after each close (JSON lines)').env(
        'AI_FINOPS_EXPORT_DIR'
      )
    )
    .addOption(
      new Option('--outcomes-prometheus <url>', 'the Prometheus that the owners file’s PromQL is asked of, once a day')
        .env('AI_FINOPS_OUTCOMES_PROMETHEUS')
        .argParser(httpUrl)
    )
    .addOption(
      new Option('--outcomes-token-file <file>', 'its bearer token, where it asks for one').env(
        'AI_FINOPS_OUTCOMES_TOKEN_FILE'
      )
    )
    .addOption(keyFileOption('openai', 'OpenAI'))
    .addOption(keyFileOption('anthropic', 'Anthropic'))
    .addOption(lasting('--bills-after <duration>', 'bills are fetched this long after each UTC midnight', '6h'))
    .option(
      '--bill-account <theirs=ours>',
      'the books’ account of a bill’s; may be given again',
      accountPair,
      new Map()
    )
    .option('--openai-billing-url <url>', 'where OpenAI’s costs API is, for tests', billingUrl)
    .option('--anthropic-billing-url <url>', 'where Anthropic’s cost API is, for tests', billingUrl)
    .addOption(new Option('--tls-cert <file>', 'serve HTTPS: certificate and chain, PEM').env('AI_FINOPS_TLS_CERT'))
    .addOption(new Option('--tls-key <file>', '... and its key').env('AI_FINOPS_TLS_KEY'))
    .addOption(
      new Option('--log-format <format>', 'log on standard error as')
        .choices(['text', 'json'])
        .default('text')
        .env('AI_FINOPS_LOG_FORMAT')
    )
    .enablePositionalOptions()
    .action((options: LedgerOptions) => run(options, storeThread ?? startStoreThread()));
  const isNameless = !words.some((word) => BOOK_COMMANDS.some((name) => name === word));
  const needsAll = !/^(-|$)/.test(words[0] ?? '') || words.includes('-h') || words.includes('--help');
  for (const name of BOOK_COMMANDS) {
    if (words.includes(name) || (isNameless && needsAll)) {
      command.addCommand(await COMMANDS[name]());
    }
  }
  return command;
}

function keyFileOption(api: BillApi, name: string): Option {
  const variable = `${api.toUpperCase()}_ADMIN_KEY`;
  return new Option(
    `--${api}-admin-key-file <file>`,
    `fetch ${name}’s bill each day with this admin key (or that of ${variable})`
  ).env(`${variable}_FILE`);
}

function lasting(flags: string, description: string, text: string): Option {
  return new Option(flags, description).argParser(duration).default(duration(text), text);
}

async function run(options: LedgerOptions, storeThread: Worker): Promise<void> {
  const log = createLog(options.logFormat, (line) => process.stderr.write(line), Date.now);
  // Its commands, and its help, need little of what a running ledger does.
  const { startLedger } = await import('./startLedger.ts');
  const settings: LedgerSettings = {
    data: options.data,
    host: options.host,
    apiHost: options.apiHost,
    intakePort: options.intakePort,
    metricsPort: options.metricsPort,
    apiPort: options.apiPort,
    prices: options.prices,
    finops: options.finops,
    retentionDays: options.retentionDays,
    maxSkewMs: options.maxSkew,
    limits: {
      bodyBytes: options.maxBody * MEBIBYTE,
      inflatedBytes: options.maxInflated * MEBIBYTE,
      inFlightBytes: options.maxInFlight * MEBIBYTE,
    },
    close: { graceMs: options.closeGrace, quietMs: options.closeQuiet, limitMs: options.closeLimit },
    intakeTokenFile: options.intakeTokenFile,
    apiTokenFile: options.apiTokenFile,
    grafanaUrl: options.grafanaUrl,
    exportDir: options.exportDir,
    outcomesPrometheus: options.outcomesPrometheus,
    outcomesTokenFile: options.outcomesTokenFile,
    bills: {
      keyFiles: { openai: options.openaiAdminKeyFile, anthropic: options.anthropicAdminKeyFile },
      baseUrls: { openai: options.openaiBillingUrl, anthropic: options.anthropicBillingUrl },
      afterMidnightMs: options.billsAfter,
      accounts: options.billAccount,
    },
    tlsCert: options.tlsCert,
    tlsKey: options.tlsKey,
    log,
    failed(error) {
      // Without its store the ledger must not look alive: whoever supervises it starts it anew.
      log('error', 'the ledger cannot go on', { error: error.message });
      process.exit(1);
    },
  };
  const ledger = await startLedger(settings, storeThread);
  const scheme = options.tlsCert ? 'https' : 'http';
  const at = (port: number, path: string, host = options.host) =>
    `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}${path}`;
  console.log(
    `ledger ready: intake ${at(ledger.intakePort, '/v1/traces')}, metrics ${at(ledger.metricsPort, '/metrics')}, ` +
      `api ${at(ledger.apiPort, '/api/v1', options.apiHost)}, data ${options.data}`
  );
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) {
        return;
      }
      stopping = true;
      log('info', 'stopping', { signal });
      void ledger.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log('error', 'stopped badly', { error: String(error) });
          process.exit(1);
        }
      );
    });
  }
}
