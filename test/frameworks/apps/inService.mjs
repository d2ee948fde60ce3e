import { context, propagation, trace } from '@opentelemetry/api';

/** Runs `fn` as a request of a service: in a span, with baggage of its own. */
export function inService(fn) {
  const tracer = trace.getTracer('service');
  const baggage = propagation.createBaggage({ 'app.customer': { value: 'c-1' } });
  return context.with(propagation.setBaggage(context.active(), baggage), () =>
    tracer.startActiveSpan('GET /answer', async (span) => {
      try {
        return await fn();
      } finally {
        span.end();
      }
    })
  );
}
