import type { Dimensions } from '../intake/moneyRecord.ts';

type Branch = Map<string, Branch | number>;

/**
 * Ids of sets of labels. A map a label within the map of the label before: the texts are interned and know their hashes,
 * while one key made of all eight texts has to be made and hashed anew for every call.
 */
export class DimensionIds {
  private root: Branch = new Map();
  private count = 0;

  get size(): number {
    return this.count;
  }

  get(dimensions: Dimensions): number | undefined {
    return this.last(dimensions).get(dimensions.environment) as number | undefined;
  }

  set(dimensions: Dimensions, id: number): void {
    this.count += 1;
    this.last(dimensions).set(dimensions.environment, id);
  }

  clear(): void {
    this.root = new Map();
    this.count = 0;
  }

  private last({
    feature,
    team,
    request_type: type,
    provider,
    model,
    account,
    service_tier: tier,
  }: Dimensions): Branch {
    const ofRequest = next(next(next(this.root, feature), team), type);
    return next(next(next(next(ofRequest, provider), model), account), tier);
  }
}

function next(branch: Branch, text: string): Branch {
  let found = branch.get(text) as Branch | undefined;
  if (found === undefined) {
    found = new Map();
    branch.set(text, found);
  }
  return found;
}
