import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { attoUsd, checkShape, ShapeError } from '@ai-finops/instrumentation/pricing';
import { label } from '../intake/label.ts';
import type { AmountByDay } from '../analysis/economics/amountByDay.ts';
import type { Contact } from './contact.ts';
import { datedAmount, type DatedAmountJson } from './datedAmount.ts';
import type { ModelName, ModelTerms, RequestTypeTerms } from './modelTerms.ts';
import type { MonthlyCost } from './monthlyCost.ts';
import { nanoOfUsd } from './nanoOfUsd.ts';
import type { Owner, Owners } from './owners.ts';
import { OWNERS_FILE } from './ownersFileShape.ts';
import { parseCommitments, type AgreedCommitment } from './parseCommitments.ts';
import { parseQuotas, type QuotaJson } from './parseQuotas.ts';
import { THRESHOLDS } from '../analysis/thresholds.ts';
import { withAnnouncedRetirements } from './withAnnouncedRetirements.ts';

type Values<Named> = Named extends ReadonlyMap<string, infer Value> ? Value : never;
type Path = readonly (string | number)[];
type FeatureJson = Omit<Values<Owners['features']>, 'valuePerUnit' | 'replacedPerUnit'> & {
  readonly valuePerUnit?: DatedAmountJson;
  readonly replacedPerUnit?: DatedAmountJson;
};
type TenantJson = Omit<Values<Owners['tenants']>, 'revenuePerMonth'> & { readonly revenuePerMonth?: DatedAmountJson };
interface MonthlyCostJson {
  readonly line: string;
  readonly usd: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly features?: Readonly<Record<string, string>>;
}
/** What OWNERS_FILE has checked. */
interface OwnersFileJson {
  readonly owner?: { readonly name: string; readonly team?: string; readonly contact?: string; costCentre?: string };
  readonly budgetPerMonth?: string;
  readonly features?: Readonly<Record<string, FeatureJson>>;
  readonly teams?: Readonly<Record<string, Values<Owners['teams']>>>;
  readonly accounts?: Readonly<Record<string, { readonly owner?: string; readonly team?: string }>>;
  readonly contacts?: Readonly<Record<string, Contact>>;
  readonly services?: Readonly<Record<string, string>>;
  readonly tenants?: Readonly<Record<string, TenantJson>>;
  readonly revenue?: Owners['revenue'];
  readonly models?: readonly ModelTerms[];
  readonly requestTypes?: Readonly<Record<string, RequestTypeTerms>>;
  readonly quotas?: readonly QuotaJson[];
  readonly commitments?: readonly AgreedCommitment[];
  readonly thresholds?: Readonly<Record<string, string>>;
  readonly billThresholds?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly monthlyCosts?: readonly MonthlyCostJson[];
}

const WHOLE = attoUsd('100', 1n);

/**
 * Reads an owners file from parsed JSON or YAML; OWNERS_FILE says what it may hold.
 *
 * @throws ShapeError naming the place and what it should hold; nothing of a faulty file is used
 */
export function parseOwners(json: unknown): Owners {
  checkShape(json, OWNERS_FILE);
  const file = json as OwnersFileJson;
  const { name: owner, team, ...reached } = file.owner ?? {};
  const teams = byLabel(file.teams, ['teams']);
  const features = [...byLabel(file.features, ['features'])].map(([name, feature]) => {
    if (feature.outcomes && feature.unitOfWork === undefined) {
      throw new ShapeError(['features', name, 'outcomes'], 'name what is counted, too: unitOfWork');
    }
    const team = feature.team === undefined ? undefined : label(feature.team, UNALLOCATED);
    const amounts = {
      valuePerUnit: dated(feature.valuePerUnit, ['features', name, 'valuePerUnit']),
      replacedPerUnit: dated(feature.replacedPerUnit, ['features', name, 'replacedPerUnit']),
    };
    return [name, { ...feature, ...amounts, ...ownerOf(feature, teams.get(team ?? '')), team }] as const;
  });
  const tenants = [...byLabel(file.tenants, ['tenants'])].map(([name, tenant]) => {
    const revenuePerMonth = dated(tenant.revenuePerMonth, ['tenants', name, 'revenuePerMonth']);
    return [name, { ...tenant, revenuePerMonth }] as const;
  });
  return {
    total: { owner, team, ...reached, budgetPerMonth: file.budgetPerMonth },
    features: new Map(features),
    teams,
    accounts: new Map(
      [...byLabel(file.accounts, ['accounts'])].map(([name, { owner: own, team: its }]) => [
        name,
        { owner: own ?? teams.get(label(its ?? '', UNALLOCATED))?.owner },
      ])
    ),
    contacts: new Map(Object.entries(file.contacts ?? {})),
    services: new Map(
      [...byLabel(file.services, ['services'])].map(([name, feature]) => [name, label(feature, UNALLOCATED)])
    ),
    tenants: new Map(tenants),
    revenue: file.revenue,
    models: withAnnouncedRetirements(models(file.models ?? [])),
    requestTypes: new Map(
      [...byLabel(file.requestTypes, ['requestTypes'])].map(([name, terms]) => [name, requestType(terms)])
    ),
    quotas: parseQuotas(file.quotas ?? []),
    commitments: parseCommitments(file.commitments ?? []),
    thresholds: new Map(
      Object.entries(THRESHOLDS).map(([name, { value }]) => [name, file.thresholds?.[name] ?? value])
    ),
    billThresholds: byLabel(file.billThresholds, ['billThresholds']),
    monthlyCosts: (file.monthlyCosts ?? []).map((item, index) => monthlyCost(item, ['monthlyCosts', index])),
  };
}

/** What may change with time; undefined where nothing is said. */
const dated = (json: DatedAmountJson | undefined, path: Path): AmountByDay | undefined =>
  json === undefined ? undefined : datedAmount(json, path);

/** A feature without an owner is its team's. */
function ownerOf(feature: Owner, team: Owner | undefined): Owner {
  return {
    owner: feature.owner ?? team?.owner,
    contact: feature.contact ?? team?.contact,
    costCentre: feature.costCentre ?? team?.costCentre,
  };
}

/** Under the names the books' labels have; two that become one would be two series of one name. */
function byLabel<Value>(named: Readonly<Record<string, Value>> | undefined, path: Path): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const [key, value] of Object.entries(named ?? {})) {
    const name = label(key, UNALLOCATED);
    if (found.has(name)) {
      throw new ShapeError([...path, key], `${JSON.stringify(name)} is there twice: keep one`, true);
    }
    found.set(name, value);
  }
  return found;
}

function models(items: readonly ModelTerms[]): ModelTerms[] {
  const seen = new Set<string>();
  return items.map((item, index) => {
    const { replacement } = item;
    const named = {
      ...item,
      ...modelName(item),
      ...(replacement !== undefined && { replacement: label(replacement, '') }),
    };
    if (named.replacement === named.model) {
      throw new ShapeError(['models', index, 'replacement'], 'a model cannot replace itself: name another one');
    }
    const key = `${named.provider}\n${named.model}`;
    if (seen.has(key)) {
      throw new ShapeError(['models', index], `${named.provider} ${named.model} is there twice: keep one`);
    }
    seen.add(key);
    return named;
  });
}

function modelName({ provider, model }: ModelName): ModelName {
  return { provider: label(provider, ''), model: label(model, '') };
}

function requestType({ default: usual, fallback, eval: evaluator }: RequestTypeTerms): RequestTypeTerms {
  return {
    ...(usual && { default: modelName(usual) }),
    ...(fallback && { fallback: modelName(fallback) }),
    ...(evaluator !== undefined && { eval: label(evaluator, '') }),
  };
}

function monthlyCost(item: MonthlyCostJson, path: Path): MonthlyCost {
  const { from, to, features } = item;
  if (from !== undefined && to !== undefined && to <= from) {
    throw new ShapeError([...path, 'to'], '"to" must be a later month than "from"');
  }
  const shares = new Map(
    [...byLabel(features, [...path, 'features'])].map(([name, part]) => [name, attoUsd(part, 1n)])
  );
  const rest = [...shares.values()].reduce((left, part) => left - part, WHOLE);
  if (rest < 0n) {
    throw new ShapeError([...path, 'features'], 'the parts are more than "100" percent together');
  }
  shares.set(UNALLOCATED, (shares.get(UNALLOCATED) ?? 0n) + rest);
  return { line: label(item.line, UNALLOCATED), nanoUsd: nanoOfUsd(item.usd), from, to, shares };
}
