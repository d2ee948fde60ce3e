/** The first day of an incident that a method would tell of. */
export interface Alarm {
  readonly day: number;
  readonly isUp: boolean;
}
