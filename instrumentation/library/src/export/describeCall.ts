import type { CapturedCall } from '../capture/index.ts';
import { ATTRIBUTE } from '../contract/index.ts';
import type { AttributeSink } from './attributeSink.ts';
import type { CostEstimate } from './costEstimate.ts';

/** Says everything that is known of a call, in the names of the contract. What is unknown is not said. */
export function describeCall(call: CapturedCall, cost: CostEstimate | undefined, sink: AttributeSink): void {
  const text = (key: string, value: string | undefined) => value === undefined || sink.text(key, value);
  const integer = (key: string, value: number | undefined) => value === undefined || sink.integer(key, value);
  const unique = (key: string, value: string | undefined) => value === undefined || sink.uniqueText(key, value);
  const { attribution, usage } = call;

  sink.text(ATTRIBUTE.operation, call.operation);
  sink.text(ATTRIBUTE.provider, call.provider);
  text(ATTRIBUTE.requestModel, call.requestModel);
  text(ATTRIBUTE.responseModel, call.responseModel);
  if (call.responseId !== undefined) {
    sink.uniqueText(ATTRIBUTE.responseId, call.responseId);
  }
  if (call.isStream) {
    sink.flag(ATTRIBUTE.requestStream);
  }
  if (call.finishReason !== undefined) {
    sink.texts(ATTRIBUTE.finishReasons, call.finishReason);
  }
  sink.text(ATTRIBUTE.serverAddress, call.serverAddress);
  sink.integer(ATTRIBUTE.serverPort, call.serverPort);
  integer(ATTRIBUTE.httpStatus, call.httpStatus);
  text(ATTRIBUTE.errorType, call.errorType);
  if (call.attempt > 1) {
    sink.integer(ATTRIBUTE.resendCount, call.attempt - 1);
  }

  sink.text(ATTRIBUTE.feature, attribution.feature);
  sink.text(ATTRIBUTE.tenant, attribution.tenant);
  sink.text(ATTRIBUTE.team, attribution.team);
  sink.text(ATTRIBUTE.requestType, attribution.requestType);
  if (attribution.task !== undefined) {
    sink.uniqueText(ATTRIBUTE.task, attribution.task);
  }
  text(ATTRIBUTE.featureFlag, attribution.featureFlag);
  unique(ATTRIBUTE.userId, attribution.userId);
  unique(ATTRIBUTE.userHash, attribution.userHash);
  text(ATTRIBUTE.requestPath, attribution.requestPath);
  text(ATTRIBUTE.account, call.account);
  sink.integer(ATTRIBUTE.attempt, call.attempt);
  sink.text(ATTRIBUTE.status, call.status);
  text(ATTRIBUTE.serviceTier, call.serviceTier);
  text(ATTRIBUTE.speed, call.speed);
  text(ATTRIBUTE.inferenceGeo, call.inferenceGeo);

  text(ATTRIBUTE.usageUnknown, call.usageUnknown);
  integer(ATTRIBUTE.inputTokens, usage?.inputTokens);
  integer(ATTRIBUTE.outputTokens, usage?.outputTokens);
  integer(ATTRIBUTE.cacheReadTokens, usage?.cacheReadTokens);
  integer(ATTRIBUTE.cacheWriteTokens, usage?.cacheWriteTokens);
  integer(ATTRIBUTE.cacheWrite5mTokens, usage?.cacheWrite5mTokens);
  integer(ATTRIBUTE.cacheWrite1hTokens, usage?.cacheWrite1hTokens);
  integer(ATTRIBUTE.reasoningTokens, usage?.reasoningTokens);
  integer(ATTRIBUTE.audioInputTokens, usage?.audioInputTokens);
  integer(ATTRIBUTE.audioCacheReadTokens, usage?.audioCacheReadTokens);
  integer(ATTRIBUTE.audioOutputTokens, usage?.audioOutputTokens);
  integer(ATTRIBUTE.imageInputTokens, usage?.imageInputTokens);
  integer(ATTRIBUTE.imageCacheReadTokens, usage?.imageCacheReadTokens);
  integer(ATTRIBUTE.imageOutputTokens, usage?.imageOutputTokens);
  integer(ATTRIBUTE.webSearches, usage?.webSearches);
  integer(ATTRIBUTE.fileSearches, usage?.fileSearches);
  if (call.isUsagePartial) {
    sink.flag(ATTRIBUTE.usagePartial);
  }
  if (call.providerCostUsd !== undefined) {
    sink.decimal(ATTRIBUTE.costAmount, Number(call.providerCostUsd));
    sink.text(ATTRIBUTE.costCurrency, 'USD');
    sink.text(ATTRIBUTE.costSource, 'provider');
  }
  integer(ATTRIBUTE.costNanoUsd, cost?.nanoUsd);
  text(ATTRIBUTE.rateCard, cost?.rateCard);
  text(ATTRIBUTE.unpricedReason, cost?.unpricedReason);
}
