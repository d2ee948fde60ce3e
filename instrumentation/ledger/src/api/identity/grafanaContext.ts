import { z } from 'zod';
import { ROLES } from './role.ts';

const context = z.object({
  Login: z.string().max(200).optional(),
  UserUID: z.string().max(200).optional(),
  OrgRole: z.enum(ROLES).catch('None').optional(),
  IsAnonymous: z.boolean().optional(),
});

export type GrafanaContext = z.infer<typeof context>;

/** What Grafana's proxy says about who asks (`X-Grafana-Context`); undefined where it is not what Grafana sends. */
export function grafanaContext(header: string): GrafanaContext | undefined {
  try {
    return context.safeParse(JSON.parse(header)).data;
  } catch {
    return undefined;
  }
}
