import type { Attribution } from '../attribution/index.ts';

/** Says who and what a request is for. Synchronous; where it throws, that is reported and the request goes on without. */
export type AttributionOf<Request> = (request: Request) => Attribution | undefined;
