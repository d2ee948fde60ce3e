import type { ReviewPart } from './reviewPart.ts';

/** What is told of a day or a week to those who do not open Grafana; every part is ready to print. */
export interface Digest {
  /** `AI cost on Sun 22 Nov: $1,284.37` */
  readonly title: string;
  /** `12.4 % more than Sun 15 Nov ($1,142.68).` */
  readonly change: string;
  readonly owner: string;
  readonly budget: string;
  /** Anomalies in words, the dearest first; empty where nothing stood out. */
  readonly anomalies: readonly string[];
  /** What a reader must know of the numbers: days that are not closed yet. */
  readonly notes: readonly string[];
  /** Of a week. */
  readonly review: ReviewPart | undefined;
  readonly link: string | undefined;
}
