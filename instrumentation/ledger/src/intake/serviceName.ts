/** OpenTelemetry's resource attribute of the service a span is from. */
export const SERVICE_NAME = 'service.name';
