/** A bill that cannot be read: where it says what, and what to do about it. */
export class BillError extends Error {
  constructor(place: { readonly row?: number | undefined; readonly column?: string | undefined }, reason: string) {
    const where = [place.row === undefined ? '' : `row ${place.row}`, place.column ?? ''].filter((part) => part !== '');
    super(where.length > 0 ? `${where.join(', ')}: ${reason}` : reason);
  }
}
