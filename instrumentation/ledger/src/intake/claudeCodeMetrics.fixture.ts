import { parse } from 'protobufjs';

const { root } = parse(`
  syntax = "proto3";
  message ExportMetricsServiceRequest { repeated ResourceMetrics resource_metrics = 1; }
  message ResourceMetrics { Resource resource = 1; repeated ScopeMetrics scope_metrics = 2; string schema_url = 3; }
  message Resource { repeated KeyValue attributes = 1; uint32 dropped_attributes_count = 2; }
  message ScopeMetrics { InstrumentationScope scope = 1; repeated Metric metrics = 2; string schema_url = 3; }
  message InstrumentationScope { string name = 1; string version = 2; }
  message Metric {
    string name = 1; string description = 2; string unit = 3;
    oneof data { Gauge gauge = 5; Sum sum = 7; }
  }
  message Gauge { repeated NumberDataPoint data_points = 1; }
  message Sum { repeated NumberDataPoint data_points = 1; int32 aggregation_temporality = 2; bool is_monotonic = 3; }
  message NumberDataPoint {
    repeated KeyValue attributes = 7; fixed64 start_time_unix_nano = 2; fixed64 time_unix_nano = 3;
    oneof value { double as_double = 4; sfixed64 as_int = 6; }
    uint32 flags = 8;
  }
  message KeyValue { string key = 1; AnyValue value = 2; }
  message ArrayValue { repeated AnyValue values = 1; }
  message AnyValue {
    oneof value {
      string string_value = 1; bool bool_value = 2; int64 int_value = 3; double double_value = 4;
      ArrayValue array_value = 5; bytes bytes_value = 7;
    }
  }
  message ExportMetricsServiceResponse { ExportMetricsPartialSuccess partial_success = 1; }
  message ExportMetricsPartialSuccess { int64 rejected_data_points = 1; string error_message = 2; }
`);
const request = root.lookupType('ExportMetricsServiceRequest');

export interface FixturePoint {
  readonly type?: string;
  readonly model?: string;
  readonly session?: string;
  readonly value: number | null;
  readonly startMs: number;
  readonly timeMs: number;
  /** As the OpenTelemetry SDK of JavaScript sends a counter unless told otherwise; else an integer. */
  readonly isDouble?: boolean;
}

export interface FixtureMetrics {
  readonly temporality?: number;
  readonly isMonotonic?: boolean;
  readonly metric?: string;
  readonly resource?: Readonly<Record<string, string>>;
}

/** What Claude Code 2.1 exports beside its tokens: a cost it estimates, sessions, lines. */
const OTHERS = [
  ['claude_code.cost.usage', 'USD', 0.144065],
  ['claude_code.session.count', '', 1],
  ['claude_code.lines_of_code.count', '', 12],
] as const;
export const OTHER_POINTS = OTHERS.length;

const text = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));
const nano = (ms: number) => String(BigInt(ms) * 1_000_000n);

/** A request as Claude Code sends it each minute, in both encodings. */
export function claudeCodeMetrics(points: readonly FixturePoint[], options: FixtureMetrics = {}) {
  const { temporality = 1, isMonotonic = true, metric = 'claude_code.token.usage', resource = {} } = options;
  const attributes = ({ session = '6e2a8c02-aec9-4272-bcde-9843b25ad407' }: Partial<FixturePoint>) => ({
    'user.id': 'c1f3',
    'session.id': session,
    'organization.id': '2b1b6c6e-0000-4000-8000-000000000000',
    'user.email': 'someone@example.com',
    'terminal.type': 'vscode',
  });
  const startOf = (point: FixturePoint | undefined) => nano(point?.startMs ?? 1_795_305_540_000);
  const timeOf = (point: FixturePoint | undefined) => nano(point?.timeMs ?? 1_795_305_600_000);
  const sum = (dataPoints: object[]) => ({ dataPoints, aggregationTemporality: temporality, isMonotonic });
  const body = {
    resourceMetrics: [
      {
        resource: {
          attributes: text({
            ...{ 'host.arch': 'arm64', 'os.type': 'darwin', 'os.version': '25.5.0' },
            ...{ 'service.name': 'claude-code', 'service.version': '2.1.268', ...resource },
          }),
        },
        scopeMetrics: [
          {
            scope: { name: 'com.anthropic.claude_code', version: '2.1.268' },
            metrics: [
              ...OTHERS.map(([name, unit, asDouble]) => ({
                ...{ name, unit },
                sum: sum([
                  {
                    attributes: text(attributes({})),
                    startTimeUnixNano: startOf(points[0]),
                    timeUnixNano: timeOf(points[0]),
                    asDouble,
                  },
                ]),
              })),
              {
                name: metric,
                description: 'Number of tokens used',
                unit: 'tokens',
                sum: sum(
                  points.map((point) => ({
                    attributes: text({
                      ...attributes(point),
                      type: point.type ?? 'input',
                      model: point.model ?? 'claude-sonnet-4-5-20250929',
                      query_source: 'main',
                    }),
                    startTimeUnixNano: startOf(point),
                    timeUnixNano: timeOf(point),
                    ...(point.value === null
                      ? {}
                      : point.isDouble || !Number.isInteger(point.value)
                        ? { asDouble: point.value }
                        : { asInt: String(point.value) }),
                  }))
                ),
              },
            ],
          },
        ],
      },
    ],
  };
  return {
    protobuf: Buffer.from(request.encode(request.fromObject(body)).finish()),
    json: Buffer.from(JSON.stringify(body)),
  };
}

export const metricsResponse = root.lookupType('ExportMetricsServiceResponse');
