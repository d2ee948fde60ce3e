import type { AttributeSink } from './attributeSink.ts';
import { ProtoWriter } from './protoWriter.ts';

/** `Span.attributes`, `Resource.attributes`: field numbers of OTLP's trace.proto and resource.proto. */
type AttributesField = 9 | 1;

/** Values remembered for one key; what varies more is encoded anew. */
const MAX_REMEMBERED = 512;

/** Encodes OTLP attributes. Whole attributes with few values are remembered as bytes. */
export class AttributeEncoder implements AttributeSink {
  readonly #out: ProtoWriter;
  readonly #field: AttributesField;
  readonly #value = new ProtoWriter(512);
  readonly #attribute = new ProtoWriter(512);
  readonly #remembered = new Map<string, Map<string, Buffer>>();
  /** `KeyValue.key`, encoded, of every key seen: there are few, and ours. */
  readonly #keys = new Map<string, Buffer>();

  constructor(out: ProtoWriter, field: AttributesField) {
    this.#out = out;
    this.#field = field;
  }

  text(key: string, value: string): void {
    let values = this.#remembered.get(key);
    if (values === undefined) {
      values = new Map();
      this.#remembered.set(key, values);
    }
    const known = values.get(value);
    if (known !== undefined) {
      this.#out.raw(known);
      return;
    }
    const before = this.#out.length;
    this.uniqueText(key, value);
    if (values.size >= MAX_REMEMBERED) {
      values.clear();
    }
    values.set(value, Buffer.from(this.#out.bytes.subarray(before)));
  }

  uniqueText(key: string, value: string): void {
    this.#value.text(1, value);
    this.#emit(key);
  }

  texts(key: string, value: string): void {
    const item = new ProtoWriter(64);
    item.text(1, value);
    const list = new ProtoWriter(64);
    list.message(1, item.bytes);
    this.#value.message(5, list.bytes);
    this.#emit(key);
  }

  integer(key: string, value: number): void {
    this.#value.integer(3, value);
    this.#emit(key);
  }

  decimal(key: string, value: number): void {
    this.#value.double(4, value);
    this.#emit(key);
  }

  flag(key: string): void {
    this.#value.integer(2, 1);
    this.#emit(key);
  }

  #emit(key: string): void {
    let name = this.#keys.get(key);
    if (name === undefined) {
      this.#attribute.text(1, key);
      name = Buffer.from(this.#attribute.bytes);
      this.#attribute.clear();
      this.#keys.set(key, name);
    }
    this.#attribute.raw(name);
    this.#attribute.message(2, this.#value.bytes);
    this.#out.message(this.#field, this.#attribute.bytes);
    this.#value.clear();
    this.#attribute.clear();
  }
}
