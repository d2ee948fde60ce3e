export type { AttributionOf } from './attributionOf.ts';
export { expressAttribution, type ExpressRequest } from './expressAttribution.ts';
export { fastifyAttribution, type FastifyRequestLike } from './fastifyAttribution.ts';
export { honoAttribution, type HonoContext } from './honoAttribution.ts';
export { withRequestAttribution } from './withRequestAttribution.ts';
export { withRouteAttribution } from './withRouteAttribution.ts';
