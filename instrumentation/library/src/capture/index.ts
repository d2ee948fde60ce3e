export type { CapturedCall } from './capturedCall.ts';
export { captureHealth } from './captureHealth.ts';
export { tapHttpClient } from './tapHttpClient.ts';
export { tapUndici } from './tapUndici.ts';
export { EndpointTable } from './wire/endpointTable.ts';
export type { ProviderEndpoint } from './wire/providerEndpoint.ts';
export { PROVIDER_ENDPOINTS } from './wire/providerEndpoints.ts';
