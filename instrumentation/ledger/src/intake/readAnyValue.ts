import { joinedTexts } from './joinedTexts.ts';
import type { ProtobufReader } from './protobufReader.ts';
import type { AttributeValue } from './readSpan.ts';

/** The value of an attribute; of a list its texts where that is wanted. @throws MalformedBody */
export function readAnyValue(any: ProtobufReader, isList: boolean): AttributeValue {
  let value: AttributeValue = null;
  while (any.next()) {
    switch (any.field) {
      case 1:
        value = any.string();
        break;
      case 2:
        value = any.varint() !== 0;
        break;
      case 3:
        value = any.int64();
        break;
      case 4:
        value = any.double();
        break;
      case 5:
        value = isList ? readTexts(any) : null;
        break;
      default:
        value = null;
    }
  }
  return value;
}

/** The texts of a list; null where it has none. */
function readTexts(list: ProtobufReader): string | null {
  let texts = '';
  const outer = list.enter();
  while (list.next()) {
    if (list.field === 1) {
      let text = '';
      const item = list.enter();
      while (list.next()) {
        text = list.field === 1 ? list.string() : '';
      }
      list.leave(item);
      texts = joinedTexts(texts, text);
    }
  }
  list.leave(outer);
  return texts || null;
}
