export type { CapturedCall } from './capturedCall.ts';
export { captureHealth } from './captureHealth.ts';
export { tapHttp1 } from './nodeHttp/tapHttp1.ts';
export { tapHttp2 } from './nodeHttp/tapHttp2.ts';
export { tapHttpClient } from './tapHttpClient.ts';
export { tapUndici, type TapOptions } from './tapUndici.ts';
export { EndpointTable } from './wire/endpointTable.ts';
export type { ProviderEndpoint } from './wire/providerEndpoint.ts';
export { PROVIDER_ENDPOINTS } from './wire/providerEndpoints.ts';
