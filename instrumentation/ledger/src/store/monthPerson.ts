import { createHmac } from 'node:crypto';

const HASH_BYTES = 8;

/**
 * What is kept of a person in a month: the beginning of a hash with the month's own key. Among a million people two have the
 * same 8 bytes once in 40 million months.
 *
 * @param person as `personOf` names them
 */
export const monthPerson = (key: Uint8Array, person: string): Buffer =>
  createHmac('sha256', key).update(person).digest().subarray(0, HASH_BYTES);
