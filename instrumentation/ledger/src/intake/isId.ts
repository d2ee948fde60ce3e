/** Whether bytes are an id of OpenTelemetry: of the right length, and not all zero. */
export function isId(id: Buffer, length: number): boolean {
  return id.length === length && id.some((byte) => byte !== 0);
}
