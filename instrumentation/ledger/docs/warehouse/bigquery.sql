-- Calls of `ai-finops ledger export --jsonl`, one row a call. Partitioned by date, clustered by feature.
CREATE TABLE IF NOT EXISTS ai_finops.calls (
  day DATE NOT NULL OPTIONS (description = 'UTC day the call started on'),
  start_time TIMESTAMP NOT NULL,
  duration_us INT64 NOT NULL,
  trace_id STRING NOT NULL,
  span_id STRING NOT NULL,
  parent_span_id STRING,
  feature STRING NOT NULL OPTIONS (description = 'unallocated where nobody named one'),
  team STRING NOT NULL,
  request_type STRING NOT NULL,
  provider STRING NOT NULL,
  model STRING NOT NULL OPTIONS (description = 'as the price catalogue names it'),
  account STRING NOT NULL,
  service_tier STRING NOT NULL,
  environment STRING NOT NULL,
  tenant STRING NOT NULL,
  wire_model STRING OPTIONS (description = 'as the wire spelled it, where that differs'),
  request_path STRING,
  task STRING,
  status STRING NOT NULL OPTIONS (description = 'ok, error, aborted or refused'),
  attempt INT64 NOT NULL OPTIONS (description = '1 for the first try'),
  error_type STRING,
  is_partial BOOL NOT NULL OPTIONS (description = 'usage of a call that ended early'),
  input INT64 OPTIONS (description = 'uncached input tokens; token types are disjoint, NULL where usage is unknown'),
  cache_read INT64,
  cache_write INT64,
  cache_write_5m INT64,
  cache_write_1h INT64,
  output INT64,
  reasoning INT64,
  web_search INT64,
  other_quantities JSON,
  cost_usd NUMERIC OPTIONS (description = 'exact; NULL where unpriced'),
  list_cost_usd NUMERIC,
  unpriced_reason STRING,
  rate_card STRING,
  booked_on DATE NOT NULL OPTIONS (description = 'another day than day where the call came after its day was closed'),
  stop_reason STRING OPTIONS (description = 'why the answer ended, in the word of the provider; several with commas')
)
PARTITION BY day
CLUSTER BY feature, team, provider, model;

-- One day, as often as it is exported: the partition is exchanged whole.
-- gsutil -m rsync -r -d OUT gs://BUCKET/calls
LOAD DATA OVERWRITE ai_finops.calls PARTITIONS (day = '2026-11-22')
FROM FILES (format = 'NEWLINE_DELIMITED_JSON', uris = ['gs://BUCKET/calls/day=2026-11-22/part-*.jsonl.gz']);
