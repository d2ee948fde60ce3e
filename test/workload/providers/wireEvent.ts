/** One server-sent event and how much the provider has generated once it is out. */
export interface WireEvent {
  readonly text: string;
  /** Output tokens generated so far, reasoning included: what an abort after this event is billed. */
  readonly generated: number;
}
