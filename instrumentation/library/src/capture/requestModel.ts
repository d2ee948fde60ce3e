import type { FieldSink } from './fieldTaker.ts';
import type { JsonScanner } from './jsonScanner.ts';
import { borrowScanner, returnScanner } from './scannerPool.ts';
import { fieldNode } from './wire/fieldNode.ts';

const BODY = fieldNode({ model: 'model' });
const FIELD = 'form-data; name="model"';
const VALUE = /^[^\r\n]*(?:\r\n[^\r\n]+)*\r\n\r\n([^\r\n]{1,256})\r\n/;
/** Longer than a form's field for the model with its headers. */
const WINDOW = 512;
const OPENING_BRACE = 0x7b;
const DASH = 0x2d;

/** Finds the model a request asks for as its bytes pass: in JSON, or in a form with files. Nothing of a prompt is kept. */
export class RequestModel implements FieldSink {
  model: string | undefined;
  #kind: 'json' | 'form' | 'other' | undefined;
  /** Borrowed as long as the model has not come. */
  #json: JsonScanner | undefined;
  /** The last bytes seen of a form, where a field may be cut in two. */
  #tail: Buffer | undefined;

  /** `known` is what the path says, if anything; the body wins. */
  constructor(known: string | undefined) {
    this.model = known;
  }

  read(chunk: Buffer): void {
    this.#kind ??= kindOf(chunk);
    if (this.#kind === 'json') {
      this.#readJson(chunk);
    } else if (this.#kind === 'form') {
      this.#readForm(chunk);
    }
  }

  /** The request is answered: nothing more is read. */
  finish(): void {
    this.#kind = 'other';
    this.#tail = undefined;
    if (this.#json !== undefined) {
      returnScanner(this.#json);
      this.#json = undefined;
    }
  }

  /** Stops at the model: a prompt that follows is not looked at. */
  take(_field: string, model: string | number): void {
    this.model = String(model);
    this.#json?.stop();
  }

  #readJson(chunk: Buffer): void {
    this.#json ??= borrowScanner(BODY, this);
    this.#json.write(chunk);
    if (this.#json.complete) {
      this.finish();
    }
  }

  #readForm(chunk: Buffer): void {
    const seam = Buffer.concat([this.#tail ?? Buffer.alloc(0), chunk.subarray(0, WINDOW)]);
    const model = fieldIn(seam) ?? fieldIn(chunk);
    if (model !== undefined) {
      this.model = model;
      this.finish();
      return;
    }
    this.#tail = Buffer.from(chunk.length >= WINDOW ? chunk.subarray(-WINDOW) : seam.subarray(-WINDOW));
  }
}

function kindOf(chunk: Buffer): 'json' | 'form' | 'other' | undefined {
  for (const byte of chunk) {
    if (byte > 0x20) {
      return byte === OPENING_BRACE ? 'json' : byte === DASH ? 'form' : 'other';
    }
  }
  return undefined;
}

function fieldIn(bytes: Buffer): string | undefined {
  const at = bytes.indexOf(FIELD);
  return at < 0 ? undefined : VALUE.exec(bytes.toString('utf8', at + FIELD.length, at + WINDOW))?.[1];
}
