import type { ProtobufReader } from './protobufReader.ts';

/**
 * Reads the attributes of the resource that a message of spans or metrics is about, wherever in it they stand.
 *
 * @param readAttribute reads the attribute that `fields` stands at
 */
export function readResource(message: ProtobufReader, readAttribute: (fields: ProtobufReader) => void): void {
  while (message.next()) {
    if (message.field === 1) {
      const fields = message.message();
      while (fields.next()) {
        if (fields.field === 1) {
          readAttribute(fields);
        }
      }
    }
  }
}
