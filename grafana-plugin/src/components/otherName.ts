/** The label value under which the ledger keeps what its series caps fold together. */
export const OTHER = 'other';
