import { z } from 'zod';
import { joinedTexts } from './joinedTexts.ts';
import { MalformedBody } from './malformedBody.ts';
import { parseJson } from './parseJson.ts';
import type { PointSink, ReadPoint } from './readPoint.ts';
import type { Attributes, AttributeValue } from './readSpan.ts';

const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
const optional = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).nullish();
const text = z
  .string()
  .nullish()
  .transform((given) => given ?? '');
const INT64 = z.union([z.string().regex(/^-?\d{1,19}$/), z.int()]).transform((given) => BigInt(given));
const NANO = z
  .union([z.string().regex(/^\d{1,20}$/), z.int().nonnegative()])
  .nullish()
  .transform((given) => BigInt(given ?? 0))
  .refine((given) => given < 2n ** 64n);
const ANY_VALUE = optional({
  stringValue: z.string().nullish(),
  boolValue: z.boolean().nullish(),
  intValue: INT64.nullish(),
  doubleValue: z.union([z.number(), z.string()]).nullish(),
  arrayValue: optional({ values: list(optional({ stringValue: z.string().nullish() })) }),
});
const ATTRIBUTES = list(z.object({ key: text, value: ANY_VALUE }));
const POINTS = list(z.unknown());
const POINT = z.object({
  attributes: ATTRIBUTES,
  startTimeUnixNano: NANO,
  timeUnixNano: NANO,
  asInt: INT64.nullish(),
  asDouble: z.union([z.number(), z.string()]).nullish(),
});
const DATA = optional({ dataPoints: POINTS });
const REQUEST = z.object({
  resourceMetrics: list(
    z.object({
      resource: optional({ attributes: ATTRIBUTES }),
      scopeMetrics: list(
        z.object({
          scope: optional({ name: text }),
          metrics: list(
            z.object({
              ...{ name: text, gauge: DATA, histogram: DATA, exponentialHistogram: DATA, summary: DATA },
              sum: optional({
                dataPoints: POINTS,
                aggregationTemporality: z.union([z.string(), z.number()]).nullish(),
                isMonotonic: z.boolean().nullish(),
              }),
            })
          ),
        })
      ),
    })
  ),
});
const TEMPORALITIES: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  [1, 1],
  ['AGGREGATION_TEMPORALITY_DELTA', 1],
  [2, 2],
  ['AGGREGATION_TEMPORALITY_CUMULATIVE', 2],
]);

/** Reads the JSON encoding of an `ExportMetricsServiceRequest`. @throws MalformedBody naming the field */
export function readJsonMetrics(body: Buffer, sink: PointSink): void {
  for (const { resource, scopeMetrics } of checked(REQUEST, parseJson(body)).resourceMetrics) {
    const resourceAttributes = attributesOf(resource?.attributes ?? []);
    for (const { scope, metrics } of scopeMetrics) {
      for (const { name: metric, sum, ...others } of metrics) {
        Object.values(others).forEach((data) => sink.passedOver(data?.dataPoints.length ?? 0));
        if (!sum || !sink.isWanted(metric)) {
          sink.passedOver(sum?.dataPoints.length ?? 0);
          continue;
        }
        for (const given of sum.dataPoints) {
          const point = checked(POINT, given);
          sink.take({
            metric,
            scope: scope?.name ?? '',
            temporality: TEMPORALITIES.get(sum.aggregationTemporality) ?? 0,
            isMonotonic: sum.isMonotonic ?? false,
            startNs: point.startTimeUnixNano,
            timeNs: point.timeUnixNano,
            value: point.asInt ?? numberOf(point.asDouble),
            attributes: attributesOf(point.attributes),
            resource: resourceAttributes,
          });
        }
      }
    }
  }
}

function checked<Type extends z.ZodType>(type: Type, value: unknown): z.infer<Type> {
  const result = type.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new MalformedBody(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not what it should be'}`);
  }
  return result.data;
}

function numberOf(value: number | string | null | undefined): ReadPoint['value'] {
  return value === undefined || value === null ? null : Number(value);
}

function attributesOf(attributes: z.infer<typeof ATTRIBUTES>): Attributes {
  return new Map(attributes.map(({ key, value }) => [key, valueOf(value)]));
}

function valueOf(value: z.infer<typeof ANY_VALUE>): AttributeValue {
  const { stringValue, boolValue, intValue, doubleValue, arrayValue } = value ?? {};
  if (intValue !== undefined && intValue !== null) {
    return Number.isSafeInteger(Number(intValue)) ? Number(intValue) : intValue;
  }
  const texts = arrayValue?.values.reduce((joined, item) => joinedTexts(joined, item?.stringValue ?? ''), '');
  return numberOf(doubleValue) ?? boolValue ?? stringValue ?? (texts || null);
}
