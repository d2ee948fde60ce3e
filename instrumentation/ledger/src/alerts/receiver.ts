import type { Contact } from '../ownership/contact.ts';

/** A contact of the owners file, with what alerting systems need to tell it something. */
export interface Receiver {
  readonly contact: string;
  /** `a-z`, `0-9`, `-`, at most 16 characters; unique among receivers. */
  readonly slug: string;
  /** As in the file, variables and all. */
  readonly written: Contact;
  /** With the values of the variables. */
  readonly resolved: Contact;
}
