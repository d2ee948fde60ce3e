/** It cannot be answered now, as where too many questions wait already: ask again later. */
export class Busy extends Error {
  override readonly name = 'Busy';
}
