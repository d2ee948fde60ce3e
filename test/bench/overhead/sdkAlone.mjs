/** OpenTelemetry's SDK as a service starts it: what our start-up is measured over. */
import { NodeSDK } from '@opentelemetry/sdk-node';

new NodeSDK({ metricReaders: [], logRecordProcessors: [] }).start();
