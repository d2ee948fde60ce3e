import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { ApiRefusal } from '../apiRefusal.ts';

/** Who a signed token is about. */
interface SignedIdentity {
  readonly name: string;
  readonly subject: string;
  /** Of people; service accounts have none. */
  readonly login: string | undefined;
}

/** @throws ApiRefusal 401 where the token does not hold, 503 where Grafana's keys cannot be had */
export type VerifyGrafanaToken = (token: string) => Promise<SignedIdentity>;

const claims = z.object({
  sub: z.string().min(1).max(200),
  username: z.string().max(200).optional(),
  email: z.string().max(200).optional(),
  displayName: z.string().max(200).optional(),
});

/**
 * Verifies the tokens Grafana signs for who asks through it (`X-Grafana-Id`), with the keys it publishes. The keys are
 * kept for ten minutes; a key id not among them asks again, at most twice a minute, and waits three seconds at most.
 */
export function grafanaTokens(grafanaUrl: string): VerifyGrafanaToken {
  const keys = createRemoteJWKSet(new URL(`${grafanaUrl.replace(/\/+$/, '')}/api/signing-keys/keys`), {
    timeoutDuration: 3_000,
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
  });
  return async (token) => {
    let payload: unknown;
    try {
      ({ payload } = await jwtVerify(token, keys, {
        algorithms: ['ES256', 'RS256'],
        requiredClaims: ['sub', 'exp'],
        clockTolerance: 30,
      }));
    } catch (error) {
      if (error instanceof errors.JOSEError && !isUnreachable(error)) {
        throw new ApiRefusal(401, `X-Grafana-Id does not hold: ${error.message}`);
      }
      const why = error instanceof Error ? error.message : String(error);
      throw new ApiRefusal(503, `who asks cannot be verified: the keys of ${grafanaUrl} cannot be had (${why})`);
    }
    const { data } = claims.safeParse(payload);
    if (!data) {
      throw new ApiRefusal(401, 'X-Grafana-Id does not say who it is about');
    }
    const { sub: subject, username, email, displayName } = data;
    return { name: username || email || displayName || subject, subject, login: username || undefined };
  };
}

/** Neither a timeout nor an answer that holds no keys says anything about the token. */
function isUnreachable(error: errors.JOSEError): boolean {
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC'
  );
}
