import type { AttributeSink } from './attributeSink.ts';
import { delimited } from './delimited.ts';
import { ProtoWriter } from './protoWriter.ts';

/** `Span.attributes`, `Resource.attributes`: field numbers of OTLP's trace.proto and resource.proto. */
type AttributesField = 9 | 1;

/** Values remembered for one key; what varies more is encoded anew. */
const MAX_REMEMBERED = 512;
/** `KeyValue.value`, and the fields of `AnyValue`. */
const VALUE = 2;
const ANY = { text: 1, flag: 2, integer: 3, decimal: 4, list: 5 } as const;
const TAG = 1;

/** Encodes OTLP attributes. Whole attributes with few values are remembered as bytes. */
export class AttributeEncoder implements AttributeSink {
  readonly #out: ProtoWriter;
  readonly #field: AttributesField;
  readonly #remembered = new Map<string, Map<string, Buffer>>();
  /** `KeyValue.key`, encoded, of every key seen: there are few, and ours. */
  readonly #keys = new Map<string, Buffer>();

  constructor(out: ProtoWriter, field: AttributesField) {
    this.#out = out;
    this.#field = field;
  }

  text(key: string, value: string | undefined): void {
    if (value === undefined) {
      return;
    }
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

  uniqueText(key: string, value: string | undefined): void {
    if (value === undefined) {
      return;
    }
    const length = Buffer.byteLength(value);
    this.#begin(key, delimited(length));
    this.#out.text(ANY.text, value, length);
  }

  texts(key: string, value: string | undefined): void {
    if (value === undefined) {
      return;
    }
    const length = Buffer.byteLength(value);
    const item = delimited(length);
    const list = delimited(item);
    this.#begin(key, delimited(list));
    this.#out.head(ANY.list, list);
    this.#out.head(1, item);
    this.#out.text(ANY.text, value, length);
  }

  integer(key: string, value: number | undefined): void {
    if (value === undefined) {
      return;
    }
    this.#begin(key, TAG + ProtoWriter.sizeOf(value));
    this.#out.integer(ANY.integer, value);
  }

  /** Nothing is said of a part that is 0: who adds up takes it for 0 anyway, and a record has several. */
  part(key: string, value: number | undefined): void {
    if (value !== 0) {
      this.integer(key, value);
    }
  }

  decimal(key: string, value: number): void {
    this.#begin(key, TAG + 8);
    this.#out.double(ANY.decimal, value);
  }

  flag(key: string): void {
    this.#begin(key, TAG + 1);
    this.#out.integer(ANY.flag, 1);
  }

  /** Everything before the fields of the `AnyValue`, which take `length` bytes. */
  #begin(key: string, length: number): void {
    let name = this.#keys.get(key);
    if (name === undefined) {
      const encoded = new ProtoWriter(64);
      encoded.text(1, key);
      name = Buffer.from(encoded.bytes);
      this.#keys.set(key, name);
    }
    this.#out.head(this.#field, name.length + delimited(length));
    this.#out.raw(name);
    this.#out.head(VALUE, length);
  }
}
