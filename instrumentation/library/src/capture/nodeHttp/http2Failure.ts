import type { ClientHttp2Stream } from 'node:http2';

/**
 * Why a stream ended before its last byte: an error with a `code` where the other side or the network ended it, undefined
 * where the application did. To be asked when the stream closes, while its state still tells.
 */
export function http2Failure(stream: ClientHttp2Stream): unknown {
  const { errored } = stream;
  if (errored !== null) {
    return errored.cause ?? errored;
  }
  if (socketIsGone(stream)) {
    return { code: 'ECONNRESET' };
  }
  return stream.state.remoteClose === 1 ? { code: 'ERR_HTTP2_STREAM_ERROR' } : undefined;
}

function socketIsGone({ session }: ClientHttp2Stream): boolean {
  try {
    return session !== undefined && (session.socket.destroyed || session.socket.readableEnded);
  } catch {
    // The session has let go of its socket.
    return true;
  }
}
