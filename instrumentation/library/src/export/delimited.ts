import { ProtoWriter } from './protoWriter.ts';

/** What a length-delimited field of so many bytes takes, its tag and length included. */
export function delimited(length: number): number {
  return 1 + ProtoWriter.sizeOf(length) + length;
}
