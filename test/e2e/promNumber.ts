import { askPrometheus } from './askPrometheus.ts';

/** The one number a query answers with; undefined where it answers with nothing. */
export async function promNumber(query: string, atMs?: number): Promise<number | undefined> {
  const [first] = await askPrometheus(query, atMs);
  return first && Number(first.value[1]);
}
