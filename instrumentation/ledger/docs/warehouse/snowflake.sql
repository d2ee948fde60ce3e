-- Calls of `ai-finops ledger export --jsonl`, one row a call. Snowflake partitions by itself; clustered by date and feature.
CREATE TABLE IF NOT EXISTS calls (
  day DATE NOT NULL COMMENT 'UTC day the call started on',
  start_time TIMESTAMP_TZ(6) NOT NULL,
  duration_us NUMBER(19, 0) NOT NULL,
  trace_id VARCHAR NOT NULL,
  span_id VARCHAR NOT NULL,
  parent_span_id VARCHAR,
  feature VARCHAR NOT NULL COMMENT 'unallocated where nobody named one',
  team VARCHAR NOT NULL,
  request_type VARCHAR NOT NULL,
  provider VARCHAR NOT NULL,
  model VARCHAR NOT NULL COMMENT 'as the price catalogue names it',
  account VARCHAR NOT NULL,
  service_tier VARCHAR NOT NULL,
  environment VARCHAR NOT NULL,
  tenant VARCHAR NOT NULL,
  wire_model VARCHAR COMMENT 'as the wire spelled it, where that differs',
  request_path VARCHAR,
  task VARCHAR,
  status VARCHAR NOT NULL COMMENT 'ok, error, aborted or refused',
  attempt NUMBER(19, 0) NOT NULL COMMENT '1 for the first try',
  error_type VARCHAR,
  is_partial BOOLEAN NOT NULL COMMENT 'usage of a call that ended early',
  input NUMBER(19, 0) COMMENT 'uncached input tokens; token types are disjoint, NULL where usage is unknown',
  cache_read NUMBER(19, 0),
  cache_write NUMBER(19, 0),
  cache_write_5m NUMBER(19, 0),
  cache_write_1h NUMBER(19, 0),
  output NUMBER(19, 0),
  reasoning NUMBER(19, 0),
  web_search NUMBER(19, 0),
  other_quantities VARIANT,
  cost_usd NUMBER(38, 9) COMMENT 'exact; NULL where unpriced',
  list_cost_usd NUMBER(38, 9),
  unpriced_reason VARCHAR,
  rate_card VARCHAR,
  booked_on DATE NOT NULL COMMENT 'another day than day where the call came after its day was closed',
  stop_reason VARCHAR COMMENT 'why the answer ended, in the word of the provider; several with commas'
)
CLUSTER BY (day, feature);

-- One day, as often as it is exported: its rows are exchanged in one transaction.
BEGIN;
DELETE FROM calls WHERE day = '2026-11-22';
COPY INTO calls
FROM @ai_finops_stage/calls/day=2026-11-22/
PATTERN = '.*part-.*[.]jsonl[.]gz'
FILE_FORMAT = (TYPE = JSON, COMPRESSION = GZIP)
MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE
FORCE = TRUE;
COMMIT;
