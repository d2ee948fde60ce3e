/** `cost` ascending, `-cost` descending; what names no column of the table is the table's own order. */
export function readSort(sort: string, ids: readonly string[], own: string): { id: string; isDescending: boolean } {
  const id = sort.replace(/^-/, '');
  return ids.includes(id)
    ? { id, isDescending: sort.startsWith('-') }
    : { id: own.replace(/^-/, ''), isDescending: own.startsWith('-') };
}
