/** The telemetry of a service on OpenTelemetry API 1.9: registered through that copy, invisible to later ones. */
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

new NodeTracerProvider().register();
