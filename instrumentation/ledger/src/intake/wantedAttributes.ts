import { ATTRIBUTE, WORK_ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import { DIALECTS } from './dialects/dialects.ts';
import { SERVICE_NAME } from './serviceName.ts';

/** What a record says to other readers than the books. A response's id alone is a text of its own for every call. */
const UNREAD = [
  ...(['requestStream', 'responseId', 'serverAddress', 'serverPort', 'httpStatus', 'featureFlag'] as const),
  ...(['rateCard', 'unpricedReason'] as const),
] satisfies readonly (keyof typeof ATTRIBUTE)[];

type Read = Exclude<keyof typeof ATTRIBUTE, (typeof UNREAD)[number]>;

const read = Object.entries(ATTRIBUTE).filter(([key]) => !UNREAD.some((unread) => unread === key)) as [Read, string][];
const names = new Set([
  ...read.map(([, name]) => name),
  ...Object.values(WORK_ATTRIBUTE),
  ...DIALECTS.flatMap(({ kind, fields }) => [kind, ...Object.values(fields).flat()]),
  SERVICE_NAME,
  'deployment.environment',
]);

/** The attributes worth decoding, each with its place in `SpanAttributes`; every other one is passed over by its length. */
export const wantedAttributes: ReadonlyMap<string, number> = new Map([...names].map((name, slot) => [name, slot]));

/** Where the attributes of records stand in `SpanAttributes`. */
export const SLOT = Object.fromEntries(read.map(([key, name]) => [key, wantedAttributes.get(name) ?? -1])) as Readonly<
  Record<Read, number>
>;
