import { z } from 'zod';
import type { Route } from './route.ts';

const REFUSAL = z.object({
  error: z.string().meta({ description: 'What is wrong, in words' }),
  field: z.string().meta({ description: 'Where, in the body or the query string' }).optional(),
});

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'A field or parameter is wrong, or unknown',
  401: 'The token is missing, or who asks does not hold',
  403: 'It takes another role',
  404: 'There is nothing of this name',
  405: 'Another method',
  415: 'It is not JSON',
  500: 'The ledger failed',
  503: 'The books cannot be written or read now',
};

/** The OpenAPI 3.1 description of routes, made of what they are served by. */
export function openApi(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'AI FinOps ledger',
      version: '1',
      description: 'What AI cost, call by call and day by day, and what people record about it. Days are UTC days.',
    },
    paths,
    components: {
      schemas: { Refusal: jsonSchema(REFUSAL, 'output') },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ token: [] }],
  };
}

function operation({ method, path, summary, query, body, answers, role, isOpen }: Route): object {
  const name = path.replace(/^\/(api\/v1\/)?/, '').replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase());
  const refusals = Object.entries(REFUSALS).filter(
    ([status]) => !Object.hasOwn(answers, status) && (method === 'POST' || !['403', '415'].includes(status))
  );
  return {
    operationId: `${method === 'GET' ? 'read' : 'write'}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    summary,
    ...(role && { description: `Takes the role ${role} where Grafana tells one.` }),
    ...(isOpen && { security: [] }),
    parameters: Object.entries(query?.shape ?? {}).map(([parameter, schema]) =>
      describeParameter(parameter, schema, path)
    ),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body, 'input') } } },
    }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, describeAnswer(answer)])),
      ...Object.fromEntries(
        refusals.map(([status, description]) => [
          status,
          { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } },
        ])
      ),
    },
  };
}

function describeParameter(name: string, schema: z.core.$ZodType, path: string): object {
  const { description, ...rest } = jsonSchema(schema, 'input') as { description?: string };
  return {
    name,
    in: path.includes(`{${name}}`) ? 'path' : 'query',
    required: !z.safeParse(schema, undefined).success,
    ...(description !== undefined && { description }),
    schema: rest,
  };
}

function describeAnswer(answer: z.ZodType | string): object {
  const description = 'The answer';
  return typeof answer === 'string'
    ? { description, content: { [answer]: { schema: { type: 'string' } } } }
    : { description, content: { 'application/json': { schema: jsonSchema(answer, 'output') } } };
}

/** Without `$schema`: in OpenAPI 3.1 every schema is one of JSON Schema 2020-12. */
function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
