import { ROOT_CONTEXT, trace, type Span } from '@opentelemetry/api';
import { TracerProvider } from '@opentelemetry/sdk-trace';
import { markSuperseded } from './markSuperseded.ts';

const tracer = new TracerProvider().getTracer('test');
const marked = (attributes: Record<string, string>) => {
  const span = tracer.startSpan('s', { attributes });
  markSuperseded(trace.setSpan(ROOT_CONTEXT, span));
  return (span as Span & { attributes: Record<string, unknown> }).attributes['ai_finops.superseded'];
};

it.each([
  [{ 'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'anthropic' }, true],
  [{ 'gen_ai.system': 'openai' }, true],
  [{ 'openinference.span.kind': 'LLM' }, true],
  [{ 'gen_ai.operation.name': 'invoke_agent' }, undefined],
  [{ 'gen_ai.operation.name': 'execute_tool', 'gen_ai.provider.name': 'openai' }, undefined],
  [{ 'http.request.method': 'POST' }, undefined],
])('%j: %s', (attributes, expected) => {
  expect(marked(attributes)).toBe(expected);
});

it('leaves spans alone that have ended, and contexts that have none', () => {
  markSuperseded(ROOT_CONTEXT);
  const span = tracer.startSpan('s', { attributes: { 'gen_ai.system': 'openai' } });
  span.end();
  markSuperseded(trace.setSpan(ROOT_CONTEXT, span));
  expect((span as Span & { attributes: Record<string, unknown> }).attributes['ai_finops.superseded']).toBeUndefined();
});
