/*
 * The telemetry of a service that owns it: the OpenTelemetry SDK with its defaults (batches, OTLP, W3C propagation), the
 * tracers of the frameworks beside it, and a span and baggage of the service around every call.
 */
import { NodeSDK } from '@opentelemetry/sdk-node';

const sdk = new NodeSDK({ metricReaders: [], logRecordProcessors: [] });
sdk.start();
process.once('beforeExit', () => sdk.shutdown());
