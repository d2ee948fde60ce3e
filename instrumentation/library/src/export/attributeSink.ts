/** Takes the attributes of a call, one by one: the record's encoder and the shown span both do. What is unknown is not said. */
export interface AttributeSink {
  text(key: string, value: string | undefined): void;
  /** A value there is a new one of for every call: not worth remembering. */
  uniqueText(key: string, value: string | undefined): void;
  texts(key: string, value: string | undefined): void;
  /** A whole number ≥ 0. */
  integer(key: string, value: number | undefined): void;
  /** Part of a total: 0 where it is not said. */
  part(key: string, value: number | undefined): void;
  decimal(key: string, value: number): void;
  flag(key: string): void;
}
