import type { Step } from './step.ts';

/** A kind of request the company's services serve, and how often. */
export interface Workflow {
  /** Names the workflow's own random sequence. */
  readonly name: string;
  readonly service: string;
  /** Absent: nobody has said what the calls are for. */
  readonly feature?: string;
  readonly team?: string;
  readonly requestPath?: string;
  /** Whether its requests are for a customer. */
  readonly hasTenant: boolean;
  /** Whether each request is a task of its own (agents). */
  readonly isTask?: boolean;
  /** Requests on an average working day. */
  readonly perDay: number;
  readonly week: 'office' | 'always' | 'mondays';
  readonly hours: 'office' | 'night';
  readonly steps: readonly Step[];
}
