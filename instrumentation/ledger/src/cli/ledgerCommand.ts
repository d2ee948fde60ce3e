import { Command, Option } from 'commander';
import { closeCommand } from './closeCommand.ts';
import { duration } from './duration.ts';
import { exportCommand } from './exportCommand.ts';
import { startLedger } from './startLedger.ts';
import { wholeNumber } from './wholeNumber.ts';

const MEBIBYTE = 1_048_576;

interface LedgerOptions {
  readonly data: string;
  readonly host: string;
  readonly intakePort: number;
  readonly metricsPort: number;
  readonly apiPort: number;
  readonly prices?: string;
  readonly retentionDays: number;
  readonly maxSkew: number;
  readonly closeGrace: number;
  readonly closeQuiet: number;
  readonly closeLimit: number;
  readonly maxBody: number;
  readonly maxInflated: number;
  readonly maxInFlight: number;
}

/** `ai-finops ledger`: runs the ledger until SIGTERM or SIGINT. */
export function ledgerCommand(): Command {
  const port = wholeNumber(0, 65_535);
  const mebibytes = wholeNumber(1, 4_096);
  return new Command('ledger')
    .description('Keep the books: take money spans by OTLP, price them, serve metrics and daily closes')
    .addOption(new Option('--data <dir>', 'where the books are kept').env('AI_FINOPS_DATA').default('.data/ledger'))
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--intake-port <port>', 'OTLP/HTTP', port, 4318)
    .option('--metrics-port <port>', '/metrics and /metrics/closes', port, 4320)
    .option('--api-port <port>', '/api/v1', port, 4321)
    .addOption(
      new Option('--prices <file>', 'prices file (YAML or JSON): contracts, tiers, names').env('AI_FINOPS_PRICES')
    )
    .option('--retention-days <days>', 'days single calls are kept; sums stay for ever', wholeNumber(2, 3_650), 100)
    .addOption(lasting('--max-skew <duration>', 'how far a call may start ahead of this clock', '10m'))
    .addOption(lasting('--close-grace <duration>', 'a day closes this long after its end ...', '2h'))
    .addOption(lasting('--close-quiet <duration>', '... and this long after its last arrival ...', '30m'))
    .addOption(lasting('--close-limit <duration>', '... but at most this long after its end', '24h'))
    .option('--max-body <MiB>', 'largest request as sent', mebibytes, 16)
    .option('--max-inflated <MiB>', 'largest request inflated; a quarter of it for JSON', mebibytes, 64)
    .option('--max-in-flight <MiB>', 'requests held at once', mebibytes, 64)
    .enablePositionalOptions()
    .addCommand(closeCommand())
    .addCommand(exportCommand())
    .action(run);
}

function lasting(flags: string, description: string, text: string): Option {
  return new Option(flags, description).argParser(duration).default(duration(text), text);
}

async function run(options: LedgerOptions): Promise<void> {
  const ledger = await startLedger({
    data: options.data,
    host: options.host,
    intakePort: options.intakePort,
    metricsPort: options.metricsPort,
    apiPort: options.apiPort,
    prices: options.prices,
    retentionDays: options.retentionDays,
    maxSkewMs: options.maxSkew,
    limits: {
      bodyBytes: options.maxBody * MEBIBYTE,
      inflatedBytes: options.maxInflated * MEBIBYTE,
      inFlightBytes: options.maxInFlight * MEBIBYTE,
    },
    close: { graceMs: options.closeGrace, quietMs: options.closeQuiet, limitMs: options.closeLimit },
    failed(error) {
      // Without its store the ledger must not look alive: whoever supervises it starts it anew.
      console.error(`ai-finops: the store failed: ${error.message}`);
      process.exit(1);
    },
    delayed: (error) => console.error(`ai-finops: days not closed yet: ${error.message}`),
  });
  const at = (name: number, path: string) => `http://${options.host}:${name}${path}`;
  console.log(
    `ledger ready: intake ${at(ledger.intakePort, '/v1/traces')}, metrics ${at(ledger.metricsPort, '/metrics')}, ` +
      `api ${at(ledger.apiPort, '/api/v1')}, data ${options.data}`
  );
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) {
        return;
      }
      stopping = true;
      void ledger.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(`ai-finops: stopped badly: ${String(error)}`);
          process.exit(1);
        }
      );
    });
  }
}
