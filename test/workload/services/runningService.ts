import type { ChildProcess } from 'node:child_process';

/** A demo service that answers. */
export interface RunningService {
  readonly name: string;
  readonly environment: string;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly process: ChildProcess;
}
