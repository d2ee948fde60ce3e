import fc from 'fast-check';
import { controlFault } from './controlFault.ts';
import { splitNames } from './splitNames.ts';

test('a control group is told apart by feature or by model', () => {
  expect(controlFault({ feature: 'search' })).toBeUndefined();
  expect(controlFault({ feature: 'search', controlFeatures: 'chat, tagging' })).toBeUndefined();
  expect(controlFault({ model: 'gpt-5', controlModels: 'gpt-5-mini' })).toBeUndefined();
  // Other calls of the same feature, on another model.
  expect(
    controlFault({ feature: 'search', model: 'gpt-5', controlFeatures: 'search', controlModels: 'gpt-5-mini' })
  ).toBeUndefined();
});

test.each([
  [{ feature: 'search', controlFeatures: 'chat,search' }, 'controlFeatures', /search is what/],
  [{ controlFeatures: 'chat' }, 'controlFeatures', /name its feature/],
  [{ feature: '', controlModels: 'gpt-5' }, 'controlModels', /name its model/],
  [{ lever: 'tier_routing', model: 'gpt-5', controlModels: 'gpt-5-mini' }, 'controlModels', /other features/],
])('%j is refused', (record, field, why) => {
  expect(controlFault(record)).toEqual({ field, why: expect.stringMatching(why) as string });
});

const name = fc.constantFrom('a', 'b', 'c');
const list = fc.array(name, { maxLength: 3 }).map((names) => names.join(', '));

test('no call is in the scope and in a control group that was let through', () => {
  fc.assert(
    fc.property(
      fc.record({ feature: fc.option(name, { nil: undefined }), model: fc.option(name, { nil: undefined }) }),
      list,
      list,
      fc.record({ feature: name, model: name }),
      (scope, controlFeatures, controlModels, call) => {
        const [features, models] = [splitNames(controlFeatures), splitNames(controlModels)];
        const isInScope =
          (scope.feature ?? call.feature) === call.feature && (scope.model ?? call.model) === call.model;
        const isInControl =
          features.length + models.length > 0 &&
          (features.length === 0 || features.includes(call.feature)) &&
          (models.length === 0 || models.includes(call.model));
        return controlFault({ ...scope, controlFeatures, controlModels }) !== undefined || !(isInScope && isInControl);
      }
    )
  );
});
