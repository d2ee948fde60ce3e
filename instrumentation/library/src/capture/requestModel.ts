import { JsonScanner } from './jsonScanner.ts';
import { fieldNode } from './wire/fieldNode.ts';

const BODY = fieldNode({ model: 'model' });
const FIELD = 'form-data; name="model"';
const VALUE = /^[^\r\n]*(?:\r\n[^\r\n]+)*\r\n\r\n([^\r\n]{1,256})\r\n/;
/** Longer than a form's field for the model with its headers. */
const WINDOW = 512;
const OPENING_BRACE = 0x7b;
const DASH = 0x2d;

/** Finds the model a request asks for as its bytes pass: in JSON, or in a form with files. Nothing of a prompt is kept. */
export class RequestModel {
  model: string | undefined;
  #kind: 'json' | 'form' | 'other' | undefined;
  /** Stops at the model: a prompt that follows is not looked at. */
  readonly #json = new JsonScanner(BODY, (_field, value) => this.#found(String(value)));
  /** The last bytes seen of a form, where a field may be cut in two. */
  #tail = Buffer.alloc(0);

  /** `known` is what the path says, if anything; the body wins. */
  constructor(known: string | undefined) {
    this.model = known;
  }

  read(chunk: Uint8Array): void {
    this.#kind ??= kindOf(chunk);
    if (this.#kind === 'json') {
      this.#json.write(chunk);
    } else if (this.#kind === 'form') {
      this.#readForm(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    }
  }

  #readForm(chunk: Buffer): void {
    const seam = Buffer.concat([this.#tail, chunk.subarray(0, WINDOW)]);
    const model = fieldIn(seam) ?? fieldIn(chunk);
    if (model !== undefined) {
      this.#found(model);
    }
    this.#tail = Buffer.from(chunk.length >= WINDOW ? chunk.subarray(-WINDOW) : seam.subarray(-WINDOW));
  }

  #found(model: string): void {
    this.model = model;
    this.#kind = 'other';
    this.#json.stop();
    this.#tail = Buffer.alloc(0);
  }
}

function kindOf(chunk: Uint8Array): 'json' | 'form' | 'other' | undefined {
  const first = chunk.find((byte) => byte > 0x20);
  return first === undefined ? undefined : first === OPENING_BRACE ? 'json' : first === DASH ? 'form' : 'other';
}

function fieldIn(bytes: Buffer): string | undefined {
  const at = bytes.indexOf(FIELD);
  return at < 0 ? undefined : VALUE.exec(bytes.toString('utf8', at + FIELD.length, at + WINDOW))?.[1];
}
