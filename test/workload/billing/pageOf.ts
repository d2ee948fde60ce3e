/** A page of items, with the token of the next one. */
export function pageOf<Item>(items: readonly Item[], offset: number, limit: number) {
  const end = offset + limit;
  const hasMore = end < items.length;
  return {
    data: items.slice(offset, end),
    has_more: hasMore,
    next_page: hasMore ? Buffer.from(`page_${end}`).toString('base64url') : null,
  };
}
