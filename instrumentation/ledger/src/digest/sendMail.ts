import { createTransport } from 'nodemailer';
import { Unusable } from '../store/unusable.ts';
import type { Digest } from './digest.ts';
import { markdownDigest } from './markdownDigest.ts';

const TIMEOUT_MS = 20_000;

interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly digest: Digest;
}

/**
 * Sends a digest as plain text: Markdown that reads well without being drawn.
 *
 * @param server smtp://user:password@host:port; in no error
 * @throws Unusable
 */
export async function sendMail(server: URL, { from, to, digest }: Mail): Promise<void> {
  const transport = createTransport({
    host: server.hostname,
    port: server.port === '' ? (server.protocol === 'smtps:' ? 465 : 587) : Number(server.port),
    secure: server.protocol === 'smtps:',
    ...(server.username !== '' && {
      auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) },
    }),
    ...{ connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
  });
  try {
    await transport.sendMail({ from, to: [...to], subject: digest.title, text: markdownDigest(digest) });
  } catch (error) {
    throw new Unusable(`the e-mail could not be sent: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    transport.close();
  }
}
