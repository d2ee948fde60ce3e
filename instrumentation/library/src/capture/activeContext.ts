import { context, ROOT_CONTEXT, type Context } from '@opentelemetry/api';
import { registeredProvider } from './registeredProvider.ts';

/** The caller's context. Where nobody keeps contexts the API takes its time to say so; it is not asked then. */
export function activeContext(): Context {
  return registeredProvider('context') === undefined ? ROOT_CONTEXT : context.active();
}
