import type { ClosePolicy } from '../closes/closePolicy.ts';
import type { IntakeLimits } from '../intake/createIntake.ts';
import type { Log } from './createLog.ts';
import type { BillSettings } from '../bills/thread/billMessage.ts';

/** What a ledger is started with. */
export interface LedgerSettings {
  readonly data: string;
  readonly host: string;
  /** Where the API listens; as the others where it is left out. */
  readonly apiHost: string | undefined;
  readonly intakePort: number;
  readonly metricsPort: number;
  readonly apiPort: number;
  readonly prices: string | undefined;
  /** The owners file. */
  readonly finops: string | undefined;
  readonly retentionDays: number;
  readonly maxSkewMs: number;
  readonly limits: IntakeLimits & { readonly inflatedBytes: number };
  readonly close: ClosePolicy;
  /** Files of bearer tokens; without one a door takes everybody. */
  readonly intakeTokenFile: string | undefined;
  readonly apiTokenFile: string | undefined;
  /** The Grafana whose signature tells who writes. */
  readonly grafanaUrl: string | undefined;
  /** Where calls are written for a warehouse after each close; nowhere where it is left out. */
  readonly exportDir: string | undefined;
  /** The Prometheus that outcomes are read from, and a file of its bearer token. */
  readonly outcomesPrometheus?: string | undefined;
  readonly outcomesTokenFile?: string | undefined;
  readonly bills: BillSettings;
  readonly tlsCert: string | undefined;
  readonly tlsKey: string | undefined;
  readonly log: Log;
  /** The store's thread died, or what runs beside it could not be started: the ledger must not look alive. */
  readonly failed: (error: Error) => void;
}
