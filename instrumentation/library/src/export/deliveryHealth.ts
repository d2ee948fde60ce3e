/** What became of the records of this process; money that did not arrive shows here. */
export interface DeliveryHealth {
  /** Handed to the exporter. */
  recorded: number;
  /** Acknowledged by the ledger. */
  delivered: number;
  /** Lost because the queue was full. */
  droppedQueueFull: number;
  /** Lost because the endpoint refused the request (4xx). */
  droppedRefused: number;
  /** Refused one by one by the ledger (partial success): outside its retention, for one. */
  rejected: number;
  /** Still queued when the process ended. */
  lostAtExit: number;
}
