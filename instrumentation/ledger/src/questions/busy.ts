/** Too many questions wait already: ask again later. */
export class Busy extends Error {
  override readonly name = 'Busy';
}
