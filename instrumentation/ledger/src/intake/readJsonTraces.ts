import { isId } from './isId.ts';
import { joinedTexts } from './joinedTexts.ts';
import { LIST_ATTRIBUTE } from './listAttribute.ts';
import { MalformedBody } from './malformedBody.ts';
import { parseJson } from './parseJson.ts';
import type { AttributeValue, ReadSpan, SpanSink } from './readSpan.ts';
import { SpanAttributes } from './spanAttributes.ts';
import { spanKey } from './spanKey.ts';
import { wantedAttributes } from './wantedAttributes.ts';

type Json = Readonly<Record<string, unknown>>;

const NONE = Buffer.alloc(0);
const HEX = /^(?:[0-9a-fA-F]{2})*$/;
const UINT64 = /^\d{1,20}$/;
const INT64 = /^-?\d{1,19}$/;
const MAX_UINT64 = 2n ** 64n;

/**
 * Reads the JSON encoding of an `ExportTraceServiceRequest`: ids in hex, 64-bit integers as strings (numbers are taken
 * too), unknown fields passed over.
 *
 * @throws MalformedBody naming the field
 */
export function readJsonTraces(body: Buffer, sink: SpanSink): void {
  const request = object(parseJson(body), 'body');
  each(request['resourceSpans'], 'resourceSpans', (item, at) => {
    const resource = optional(item['resource'], `${at}.resource`);
    const attributes = readAttributes(resource['attributes'], `${at}.resource.attributes`);
    each(item['scopeSpans'], `${at}.scopeSpans`, (scopeSpans, scopeAt) => {
      const scope = string(optional(scopeSpans['scope'], `${scopeAt}.scope`)['name'], `${scopeAt}.scope.name`);
      const take = sink.takerOf(scope);
      if (take) {
        each(scopeSpans['spans'], `${scopeAt}.spans`, (span, spanAt) => readSpan(span, spanAt, attributes, take));
      } else {
        let spans = 0;
        each(scopeSpans['spans'], `${scopeAt}.spans`, () => (spans += 1));
        sink.passedOver(scope, spans);
      }
    });
  });
}

function readSpan(span: Json, at: string, resource: SpanAttributes, take: (span: ReadSpan) => void): void {
  const parentSpanId = id(span['parentSpanId'], `${at}.parentSpanId`);
  take({
    key: spanKey(id(span['traceId'], `${at}.traceId`), id(span['spanId'], `${at}.spanId`)),
    parentSpanId: isId(parentSpanId, 8) ? parentSpanId : null,
    startUs: micros(span['startTimeUnixNano'], `${at}.startTimeUnixNano`),
    endUs: micros(span['endTimeUnixNano'], `${at}.endTimeUnixNano`),
    failed: [2, 'STATUS_CODE_ERROR'].some((code) => code === optional(span['status'], `${at}.status`)['code']),
    attributes: readAttributes(span['attributes'], `${at}.attributes`),
    resource,
  });
}

function readAttributes(value: unknown, at: string): SpanAttributes {
  const attributes = new SpanAttributes();
  each(value, at, (attribute, itemAt) => {
    const key = string(attribute['key'], `${itemAt}.key`);
    const slot = wantedAttributes.get(key);
    if (slot !== undefined) {
      const given = optional(attribute['value'], `${itemAt}.value`);
      const list = key === LIST_ATTRIBUTE ? given['arrayValue'] : undefined;
      attributes.set(
        slot,
        list === undefined || list === null
          ? anyValue(given, `${itemAt}.value`)
          : texts(object(list, `${itemAt}.value.arrayValue`), `${itemAt}.value.arrayValue`)
      );
    }
  });
  return attributes;
}

function anyValue(value: Json, at: string): AttributeValue {
  const { stringValue, intValue, doubleValue, boolValue } = value;
  if (intValue !== undefined && intValue !== null) {
    const text = String(intValue);
    if (!INT64.test(text)) {
      throw new MalformedBody(`${at}.intValue is not an integer`);
    }
    return Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text);
  }
  if (doubleValue !== undefined && doubleValue !== null) {
    return Number(doubleValue);
  }
  if (typeof boolValue === 'boolean') {
    return boolValue;
  }
  return typeof stringValue === 'string' ? stringValue : null;
}

/** The texts of a list; null where it has none. */
function texts(list: Json, at: string): string | null {
  let joined = '';
  each(list['values'], `${at}.values`, ({ stringValue }) => {
    joined = joinedTexts(joined, typeof stringValue === 'string' ? stringValue : '');
  });
  return joined || null;
}

/** Not hex is an id that cannot be right: the span is refused, the request is not malformed. */
function id(value: unknown, at: string): Buffer {
  const text = string(value, at);
  return HEX.test(text) ? Buffer.from(text, 'hex') : NONE;
}

/** Nanoseconds since the epoch as whole µs, rounded down. */
function micros(value: unknown, at: string): number {
  if (value === undefined || value === null) {
    return 0;
  }
  const text = String(value);
  const nanoseconds = UINT64.test(text) ? BigInt(text) : MAX_UINT64;
  if (nanoseconds >= MAX_UINT64) {
    throw new MalformedBody(`${at} is not nanoseconds since the epoch`);
  }
  return Number(nanoseconds / 1_000n);
}

function each(value: unknown, at: string, visit: (item: Json, at: string) => void): void {
  if (value === undefined || value === null) {
    return;
  }
  if (!Array.isArray(value)) {
    throw new MalformedBody(`${at} is not an array`);
  }
  value.forEach((item: unknown, index) => visit(object(item, `${at}[${index}]`), `${at}[${index}]`));
}

function optional(value: unknown, at: string): Json {
  return value === undefined || value === null ? {} : object(value, at);
}

function object(value: unknown, at: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MalformedBody(`${at} is not an object`);
  }
  return value as Json;
}

function string(value: unknown, at: string): string {
  if (value === undefined || value === null) {
    return '';
  }
  if (typeof value !== 'string') {
    throw new MalformedBody(`${at} is not a string`);
  }
  return value;
}
