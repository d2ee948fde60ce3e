import { ATTRIBUTE, WORK_ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import { DIALECTS } from './dialects/dialects.ts';
import { SERVICE_NAME } from './serviceName.ts';

/** The attributes worth decoding; every other one is passed over by its length. */
export const wantedAttributes: ReadonlySet<string> = new Set([
  ...Object.values(ATTRIBUTE),
  ...Object.values(WORK_ATTRIBUTE),
  ...DIALECTS.flatMap(({ kind, fields }) => [kind, ...Object.values(fields).flat()]),
  SERVICE_NAME,
  'deployment.environment',
]);
