/** Whether an error of SQLite is about what stands in the file. */
export function saysDamage(message: string): boolean {
  return /malformed|not a database|corrupt/.test(message);
}
