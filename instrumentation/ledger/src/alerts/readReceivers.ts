import { ShapeError } from '@ai-finops/instrumentation/pricing';
import type { Contact } from '../ownership/contact.ts';
import type { Owners } from '../ownership/owners.ts';
import { parseOwners } from '../ownership/parseOwners.ts';
import type { Receiver } from './receiver.ts';
import { withVariables } from './withVariables.ts';

type Path = readonly (string | number)[];

interface Alerting {
  readonly owners: Owners;
  /** Who answers for all of it first, then everyone named in the file, each once. */
  readonly receivers: readonly [Receiver, ...Receiver[]];
}

/** What this environment can do. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether mail can be sent; else what to set for it. */
  readonly mail: 'works' | { readonly set: string };
}

/**
 * Whom alerts reach, from a parsed owners file. A contact is a key of `contacts`, an e-mail address, or a URL.
 *
 * @throws ShapeError naming the place and what to write there: one missing contact or variable stops a Grafana at start
 */
export function readReceivers(json: unknown, surroundings: Surroundings): Alerting {
  const owners = parseOwners(json);
  const named = contactsIn(json as OwnersJson);
  if (owners.total.contact === undefined) {
    throw new ShapeError(['owner'], 'give a contact: it gets the alerts that are nobody else’s');
  }
  const slugs = new Set<string>();
  const receivers = [...named].map(([contact, path]): Receiver => {
    const written = reach(contact, path, owners.contacts);
    const place = owners.contacts.has(contact) ? ['contacts', contact] : path;
    const resolved = Object.fromEntries(
      Object.entries(written).map(([key, text]) => [key, resolve(String(text), [...place, key], surroundings.env)])
    ) as Contact;
    checkReachable(written, place, surroundings);
    return { contact, slug: newSlug(contact, slugs), written, resolved };
  });
  return { owners, receivers: receivers as [Receiver, ...Receiver[]] };
}

interface OwnersJson {
  readonly owner?: { readonly contact?: string };
  readonly teams?: Readonly<Record<string, { readonly contact?: string }>>;
  readonly features?: Readonly<Record<string, { readonly contact?: string }>>;
}

/** Each contact with the first place that names it. */
function contactsIn({ owner, teams, features }: OwnersJson): ReadonlyMap<string, Path> {
  const places: [string | undefined, Path][] = [
    [owner?.contact, ['owner', 'contact']],
    ...Object.entries(teams ?? {}).map(
      ([name, { contact }]) => [contact, ['teams', name, 'contact']] as [string, Path]
    ),
    ...Object.entries(features ?? {}).map(
      ([name, { contact }]) => [contact, ['features', name, 'contact']] as [string, Path]
    ),
  ];
  const found = new Map<string, Path>();
  for (const [contact, path] of places) {
    if (contact !== undefined && !found.has(contact)) {
      found.set(contact, path);
    }
  }
  return found;
}

function reach(contact: string, path: Path, contacts: Owners['contacts']): Contact {
  const entry = contacts.get(contact);
  if (entry) {
    return entry;
  }
  if (/^https?:\/\/\S+$/.test(contact)) {
    return { webhook: contact };
  }
  if (/^[^\s@]+@[^\s@]+$/.test(contact)) {
    return { email: contact };
  }
  const name = JSON.stringify(contact);
  throw new ShapeError(
    path,
    `${name} has no entry under "contacts"; add contacts: { ${name}: { webhook: "https://…" } }`
  );
}

function resolve(text: string, path: Path, env: Surroundings['env']): string {
  const { value, unset } = withVariables(text, env);
  if (unset !== undefined) {
    throw new ShapeError(path, `the environment variable ${unset} is not set; set it, or write the value`);
  }
  return value;
}

function checkReachable(contact: Contact, path: Path, { mail }: Surroundings): void {
  if (mail !== 'works' && contact.webhook === undefined && contact.slack === undefined) {
    throw new ShapeError(path, `is reached by e-mail only, and mail is off: set ${mail.set}, or give a webhook`);
  }
}

function newSlug(contact: string, taken: Set<string>): string {
  const base =
    contact
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 16) || 'contact';
  let slug = base;
  for (let count = 2; taken.has(slug); count++) {
    slug = `${base.slice(0, 15 - String(count).length)}-${count}`;
  }
  taken.add(slug);
  return slug;
}
