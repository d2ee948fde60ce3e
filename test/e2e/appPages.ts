import type { APIRequestContext } from '@playwright/test';

interface Include {
  readonly type: string;
  readonly name: string;
  readonly path: string;
}

const APP = '/a/aifinops-app';

/** Every page of the app by name, with something to show on those that need a choice. */
export async function appPages(request: APIRequestContext): Promise<readonly { name: string; path: string }[]> {
  const settings = (await (await request.get('/api/plugins/aifinops-app/settings')).json()) as { includes: Include[] };
  const pages = settings.includes.filter(({ type }) => type === 'page');
  return [
    // A server may give the path as plugin.json has it.
    ...pages.map(({ name, path }) => ({ name, path: path.replace('%PLUGIN_ID%', 'aifinops-app') })),
    { name: 'Feature', path: `${APP}/feature?var-feature=search` },
    { name: 'Tenant', path: `${APP}/tenant?var-tenant=kestrel-aviation` },
    { name: 'Settings', path: '/plugins/aifinops-app?page=settings' },
  ];
}
