/** SQL of a column of a table of calls, `c`, that holds texts, or their ids, or both: the text. */
export function storedText(column: 'wire_model' | 'request_path'): string {
  return `CASE typeof(c.${column}) WHEN 'integer' THEN (SELECT value FROM name WHERE id = c.${column}) ELSE c.${column} END`;
}
