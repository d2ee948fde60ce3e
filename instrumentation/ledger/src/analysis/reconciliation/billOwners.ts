/** Who answers for what, by name; what nobody answers for is absent. */
export interface BillOwners {
  /** For all of it. */
  readonly total: string | undefined;
  readonly accounts: ReadonlyMap<string, string>;
  readonly features: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
}
