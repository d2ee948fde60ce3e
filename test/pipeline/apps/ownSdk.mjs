/** A service that owns its telemetry: the OpenTelemetry SDK, sampled as OTEL_TRACES_SAMPLER says. */
import { NodeSDK } from '@opentelemetry/sdk-node';

const sdk = new NodeSDK();
sdk.start();
process.once('beforeExit', () => sdk.shutdown());
