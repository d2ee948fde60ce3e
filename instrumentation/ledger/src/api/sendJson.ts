import type { ServerResponse } from 'node:http';

/** A body of bytes is JSON already, made where it took long. */
export function sendJson(response: ServerResponse, httpStatus: number, body: unknown): void {
  const bytes = ArrayBuffer.isView(body) ? asBytes(body) : Buffer.from(`${JSON.stringify(body)}\n`);
  response.writeHead(httpStatus, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
  response.end(bytes);
}

const asBytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView) => Buffer.from(buffer, byteOffset, byteLength);
