import { ROLES, type Role } from './role.ts';

/** Whether somebody may do what takes at least `needed`. Where nobody told a role, the API's token decides alone. */
export function hasRole(role: Role | undefined, needed: Role): boolean {
  return role === undefined || ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
