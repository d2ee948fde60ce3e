import { ProtobufReader } from './protobufReader.ts';
import { readAnyValue } from './readAnyValue.ts';
import type { PointSink, ReadPoint } from './readPoint.ts';
import { readResource } from './readResource.ts';
import type { AttributeValue } from './readSpan.ts';

type Described = Pick<ReadPoint, 'scope' | 'resource'>;

/** Fields of a metric that hold data points: gauge, sum, histogram, exponential histogram, summary. */
const DATA = new Set([5, 7, 9, 10, 11]);
const SUM = 7;

/** Reads an `ExportMetricsServiceRequest`; field order is the sender's choice. @throws MalformedBody */
export function readProtobufMetrics(body: Buffer, sink: PointSink): void {
  const request = new ProtobufReader(body);
  while (request.next()) {
    if (request.field === 1) {
      readResourceMetrics(request.message(), sink);
    }
  }
}

function readResourceMetrics(message: ProtobufReader, sink: PointSink): void {
  const scopes = message.again();
  const resource = new Map<string, AttributeValue>();
  readResource(message, (fields) => readAttribute(fields, resource));
  while (scopes.next()) {
    if (scopes.field === 2) {
      readScopeMetrics(scopes.message(), resource, sink);
    }
  }
}

function readScopeMetrics(message: ProtobufReader, resource: ReadPoint['resource'], sink: PointSink): void {
  const metrics = message.again();
  let scope = '';
  while (message.next()) {
    if (message.field === 1) {
      scope = textIn(message.message());
    }
  }
  while (metrics.next()) {
    if (metrics.field === 2) {
      readMetric(metrics.message(), { scope, resource }, sink);
    }
  }
}

/** The text of field 1. */
function textIn(message: ProtobufReader): string {
  let text = '';
  while (message.next()) {
    if (message.field === 1) {
      text = message.string();
    }
  }
  return text;
}

function readMetric(message: ProtobufReader, described: Described, sink: PointSink): void {
  const metric = textIn(message.again());
  const isWanted = sink.isWanted(metric);
  while (message.next()) {
    if (!DATA.has(message.field)) {
      continue;
    }
    const data = message.message();
    if (message.field === SUM && isWanted) {
      readSum(data, { ...described, metric }, sink);
    } else {
      let points = 0;
      while (data.next()) {
        points += Number(data.field === 1);
      }
      sink.passedOver(points);
    }
  }
}

function readSum(message: ProtobufReader, described: Described & { metric: string }, sink: PointSink): void {
  const points = message.again();
  let temporality = 0;
  let isMonotonic = false;
  while (message.next()) {
    if (message.field === 2) {
      temporality = message.varint();
    } else if (message.field === 3) {
      isMonotonic = message.varint() !== 0;
    }
  }
  while (points.next()) {
    if (points.field === 1) {
      sink.take({ ...described, temporality, isMonotonic, ...readPoint(points.message()) });
    }
  }
}

function readPoint(message: ProtobufReader): Pick<ReadPoint, 'startNs' | 'timeNs' | 'value' | 'attributes'> {
  const attributes = new Map<string, AttributeValue>();
  let [startNs, timeNs] = [0n, 0n];
  let value: ReadPoint['value'] = null;
  while (message.next()) {
    switch (message.field) {
      case 2:
        startNs = message.fixed64();
        break;
      case 3:
        timeNs = message.fixed64();
        break;
      case 4:
        value = message.double();
        break;
      case 6:
        value = BigInt.asIntN(64, message.fixed64());
        break;
      case 7:
        readAttribute(message, attributes);
        break;
    }
  }
  return { startNs, timeNs, value, attributes };
}

function readAttribute(fields: ProtobufReader, into: Map<string, AttributeValue>): void {
  const message = fields.message();
  const name = textIn(message.again());
  let value: AttributeValue = null;
  while (message.next()) {
    if (message.field === 2) {
      value = readAnyValue(message.message(), true);
    }
  }
  into.set(name, value);
}
