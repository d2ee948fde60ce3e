/**
 * The text that a fetch is going to send, read without consuming what is sent; undefined where it can only be read once
 * (a stream) or is no text (a form).
 */
export async function fetchBody(input: unknown, init: RequestInit | undefined): Promise<string | undefined> {
  const body: unknown = init?.body;
  if (body === undefined || body === null) {
    return input instanceof Request && !input.bodyUsed ? input.clone().text() : undefined;
  }
  if (typeof body === 'string') {
    return body;
  }
  if (ArrayBuffer.isView(body)) {
    return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
  }
  if (body instanceof ArrayBuffer) {
    return Buffer.from(body).toString();
  }
  return body instanceof Blob ? body.text() : undefined;
}
