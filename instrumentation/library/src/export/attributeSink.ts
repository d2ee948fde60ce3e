/** Takes the attributes of a call, one by one: the record's encoder and the shown span both do. */
export interface AttributeSink {
  text(key: string, value: string): void;
  /** A value there is a new one of for every call: not worth remembering. */
  uniqueText(key: string, value: string): void;
  texts(key: string, value: string): void;
  /** A whole number ≥ 0. */
  integer(key: string, value: number): void;
  decimal(key: string, value: number): void;
  flag(key: string): void;
}
