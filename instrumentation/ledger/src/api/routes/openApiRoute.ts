import { z } from 'zod';
import { openApi } from '../openApi.ts';
import type { Route } from '../route.ts';

/** The description of all routes, this one included. */
export function openApiRoute(others: readonly Route[]): Route {
  let description: object | undefined;
  const route: Route = {
    method: 'GET',
    path: '/api/v1/openapi.json',
    summary: 'This description',
    answers: { 200: z.looseObject({ openapi: z.string() }) },
    handle: () => ({ body: (description ??= openApi([...others, route])) }),
  };
  return route;
}
