import type { CapturedCall } from '../capture/index.ts';
import { ATTRIBUTE } from '../contract/index.ts';
import type { AttributeSink } from './attributeSink.ts';
import type { CostEstimate } from './costEstimate.ts';

/** Says everything that is known of a call, in the names of the contract. What is unknown is not said. */
export function describeCall(call: CapturedCall, cost: CostEstimate | undefined, sink: AttributeSink): void {
  const { attribution, usage } = call;

  sink.text(ATTRIBUTE.operation, call.operation);
  sink.text(ATTRIBUTE.provider, call.provider);
  sink.text(ATTRIBUTE.requestModel, call.requestModel);
  sink.text(ATTRIBUTE.responseModel, call.responseModel);
  sink.uniqueText(ATTRIBUTE.responseId, call.responseId);
  if (call.isStream) {
    sink.flag(ATTRIBUTE.requestStream);
  }
  sink.texts(ATTRIBUTE.finishReasons, call.finishReason);
  sink.text(ATTRIBUTE.serverAddress, call.serverAddress);
  sink.integer(ATTRIBUTE.serverPort, call.serverPort);
  sink.integer(ATTRIBUTE.httpStatus, call.httpStatus);
  sink.text(ATTRIBUTE.errorType, call.errorType);
  if (call.attempt > 1) {
    sink.integer(ATTRIBUTE.resendCount, call.attempt - 1);
  }

  sink.text(ATTRIBUTE.feature, attribution.feature);
  sink.text(ATTRIBUTE.tenant, attribution.tenant);
  sink.text(ATTRIBUTE.team, attribution.team);
  sink.text(ATTRIBUTE.requestType, attribution.requestType);
  sink.uniqueText(ATTRIBUTE.task, attribution.task);
  sink.text(ATTRIBUTE.featureFlag, attribution.featureFlag);
  sink.uniqueText(ATTRIBUTE.userId, attribution.userId);
  sink.uniqueText(ATTRIBUTE.userHash, attribution.userHash);
  sink.text(ATTRIBUTE.requestPath, attribution.requestPath);
  sink.text(ATTRIBUTE.account, call.account);
  sink.integer(ATTRIBUTE.attempt, call.attempt);
  sink.text(ATTRIBUTE.status, call.status);
  sink.text(ATTRIBUTE.serviceTier, call.serviceTier);
  sink.text(ATTRIBUTE.speed, call.speed);
  sink.text(ATTRIBUTE.inferenceGeo, call.inferenceGeo);

  sink.integer(ATTRIBUTE.batchSubmittedMs, call.batch?.submittedMs);
  sink.integer(ATTRIBUTE.batchFinishedMs, call.batch?.finishedMs);
  sink.integer(ATTRIBUTE.promptPrefixBytes, call.promptPrefix?.bytes);
  sink.text(ATTRIBUTE.promptPrefixHash, call.promptPrefix?.hash);

  sink.text(ATTRIBUTE.usageUnknown, call.usageUnknown);
  sink.integer(ATTRIBUTE.inputTokens, usage?.inputTokens);
  sink.integer(ATTRIBUTE.outputTokens, usage?.outputTokens);
  sink.part(ATTRIBUTE.cacheReadTokens, usage?.cacheReadTokens);
  if (usage?.cacheWrite5mTokens || usage?.cacheWrite1hTokens) {
    // Left out, it would be taken for their sum.
    sink.integer(ATTRIBUTE.cacheWriteTokens, usage.cacheWriteTokens);
  } else {
    sink.part(ATTRIBUTE.cacheWriteTokens, usage?.cacheWriteTokens);
  }
  sink.part(ATTRIBUTE.cacheWrite5mTokens, usage?.cacheWrite5mTokens);
  sink.part(ATTRIBUTE.cacheWrite1hTokens, usage?.cacheWrite1hTokens);
  sink.part(ATTRIBUTE.reasoningTokens, usage?.reasoningTokens);
  sink.part(ATTRIBUTE.audioInputTokens, usage?.audioInputTokens);
  sink.part(ATTRIBUTE.audioCacheReadTokens, usage?.audioCacheReadTokens);
  sink.part(ATTRIBUTE.audioOutputTokens, usage?.audioOutputTokens);
  sink.part(ATTRIBUTE.imageInputTokens, usage?.imageInputTokens);
  sink.part(ATTRIBUTE.imageCacheReadTokens, usage?.imageCacheReadTokens);
  sink.part(ATTRIBUTE.imageOutputTokens, usage?.imageOutputTokens);
  sink.part(ATTRIBUTE.webSearches, usage?.webSearches);
  sink.part(ATTRIBUTE.fileSearches, usage?.fileSearches);
  if (call.isUsagePartial) {
    sink.flag(ATTRIBUTE.usagePartial);
  }
  if (call.providerCostUsd !== undefined) {
    sink.decimal(ATTRIBUTE.costAmount, Number(call.providerCostUsd));
    sink.text(ATTRIBUTE.costCurrency, 'USD');
    sink.text(ATTRIBUTE.costSource, 'provider');
  }
  sink.integer(ATTRIBUTE.costNanoUsd, cost?.nanoUsd);
  sink.text(ATTRIBUTE.unpricedReason, cost?.unpricedReason);
}
