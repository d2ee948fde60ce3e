/** The copy of the bills beside a copy of the books: `2026-11.db` has `2026-11.bills.db`. */
export const billsBackup = (file: string): string => `${file.replace(/\.db$/, '')}.bills.db`;
