/** Grafana's roles in an organisation, each with all the rights of those before it. */
export const ROLES = ['None', 'Viewer', 'Editor', 'Admin'] as const;

export type Role = (typeof ROLES)[number];
