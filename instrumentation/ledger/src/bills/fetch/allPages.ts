import type { z } from 'zod';
import { BillError } from '../billError.ts';
import type { BillRequest } from './createBillRequest.ts';

const MOST_PAGES = 1_000;

interface Page<Bucket> {
  readonly data: readonly Bucket[];
  readonly has_more: boolean;
  readonly next_page?: string | null | undefined;
}

/**
 * Every bucket of a paged answer. Pages that never end, or that end before they should, are no bill.
 *
 * @throws BillError
 */
export async function allPages<Bucket>(
  request: BillRequest,
  path: string,
  query: readonly (readonly [string, string])[],
  schema: z.ZodType<Page<Bucket>>
): Promise<Bucket[]> {
  const buckets: Bucket[] = [];
  const seen = new Set<string>();
  let page: string | undefined;
  do {
    const result = schema.safeParse(await request(path, page === undefined ? query : [...query, ['page', page]]));
    if (!result.success) {
      const [issue] = result.error.issues;
      throw new BillError(
        {},
        `${path} answered what we cannot read: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
      );
    }
    buckets.push(...result.data.data);
    page = result.data.has_more ? (result.data.next_page ?? '') : undefined;
    if (page !== undefined && (page === '' || seen.has(page) || seen.size >= MOST_PAGES)) {
      throw new BillError({}, `${path} has more pages but does not say which: nothing was kept`);
    }
    seen.add(page ?? '');
  } while (page !== undefined);
  return buckets;
}
