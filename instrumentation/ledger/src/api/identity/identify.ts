import type { IncomingHttpHeaders } from 'node:http';
import type { RecordAuthor } from '../../store/recordEntry.ts';
import { ApiRefusal } from '../apiRefusal.ts';
import { grafanaContext } from './grafanaContext.ts';
import type { VerifyGrafanaToken } from './grafanaTokens.ts';
import type { Role } from './role.ts';

export interface Identity {
  readonly by: RecordAuthor;
  /** Undefined where nobody told. A role only ever takes rights away: it is heeded from anyone. */
  readonly role: Role | undefined;
}

const UNVERIFIED: RecordAuthor = { name: 'unverified', proof: 'none' };
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/gu;

/**
 * Who asks: by Grafana's signature where it can be verified; by the word of a caller who showed the API's token
 * (`X-Grafana-Context`, `X-Grafana-User`); else `unverified`.
 *
 * @param verify undefined where the ledger was not told which Grafana it trusts
 * @throws ApiRefusal
 */
export async function identify(
  headers: IncomingHttpHeaders,
  hasShownToken: boolean,
  verify: VerifyGrafanaToken | undefined
): Promise<Identity> {
  const sent = header(headers, 'x-grafana-context');
  const context = sent === undefined ? undefined : grafanaContext(sent);
  if (sent !== undefined && !context) {
    throw new ApiRefusal(401, 'X-Grafana-Context is not what Grafana sends');
  }
  const role = context?.OrgRole;
  const token = header(headers, 'x-grafana-id');
  if (verify && token !== undefined) {
    const { name, subject, login } = await verify(token);
    if (login !== undefined && context?.Login !== undefined && context.Login !== login) {
      throw new ApiRefusal(401, 'X-Grafana-Context and X-Grafana-Id are about different people');
    }
    return { by: { name: clean(name), proof: 'signature', subject: clean(subject) }, role };
  }
  const name = context?.IsAnonymous ? 'anonymous' : clean(context?.Login ?? header(headers, 'x-grafana-user') ?? '');
  if (!hasShownToken || name === '') {
    return { by: UNVERIFIED, role };
  }
  return { by: { name, proof: 'token', ...(context?.UserUID && { subject: `user:${clean(context.UserUID)}` }) }, role };
}

function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function clean(name: string): string {
  return name.trim().replace(UNPRINTABLE, '\uFFFD').slice(0, 200);
}
