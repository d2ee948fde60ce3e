/** One system call for 256 spans. */
const pool = Buffer.alloc(256 * 24);
let used = pool.length;

/** A random trace id (16 bytes) and span id (8 bytes) in hexadecimal. */
export function randomIds(): { readonly traceId: string; readonly spanId: string } {
  if (used === pool.length) {
    process.getBuiltinModule('node:crypto').randomFillSync(pool);
    used = 0;
  }
  const traceId = pool.toString('hex', used, used + 16);
  const spanId = pool.toString('hex', used + 16, used + 24);
  used += 24;
  return { traceId, spanId };
}
