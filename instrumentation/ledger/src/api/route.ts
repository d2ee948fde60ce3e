import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { RecordAuthor } from '../store/recordEntry.ts';
import type { Role } from './identity/role.ts';

export interface Answer {
  /** 200 where it is left out. */
  readonly httpStatus?: number;
  /** What becomes JSON, or the bytes of some. */
  readonly body: unknown;
}

interface RouteCall<Query, Body> {
  readonly query: Query;
  readonly body: Body;
  /** Who asks; looked at only where something is written. */
  readonly by: RecordAuthor;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** One method of one path: what it takes, what it answers; the OpenAPI file is made of these. */
export interface Route<Query = unknown, Body = unknown> {
  readonly method: 'GET' | 'POST';
  /** A part such as `{name}` is a parameter, as those of the query string are. */
  readonly path: string;
  readonly summary: string;
  /** Parameters of the query string and the path; a list takes the parameter more than once. */
  readonly query?: z.ZodObject & z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** By HTTP status: a schema of JSON, or another content type. Refusals are alike everywhere. */
  readonly answers: Readonly<Record<number, z.ZodType | string>>;
  /** The least role of who writes; Admin where it is left out. */
  readonly role?: Role;
  /** For everybody, without a token. */
  readonly isOpen?: true;
  /** Undefined: it has answered by itself. */
  handle(call: RouteCall<Query, Body>): Answer | undefined | Promise<Answer | undefined>;
}
