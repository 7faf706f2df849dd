import type { Db } from '../../kernel/types';
import type { EntityModel } from '../manifest/schema';
import { compileConditions } from './conditions';
import { EntityIndexes, type StalenessOf } from './entity-index';
import { refuse } from './kvs-error';
import { queryIndex, type QueryPage } from './query';
import type { Conditions, EntityQuery, SetOptions } from './requests';
import { checkEntity, checkEntityValue, checkKey, checkValue, expiryOf } from './validate';
import { Values, type StoredValue } from './values';

export interface StoreDeps {
  readonly db: Db;
  readonly entities: ReadonlyMap<string, EntityModel>;
  readonly now: () => number;
  readonly stalenessOf: StalenessOf;
}

/** Where a value lives: plain, or one of an entity. */
export type Place = { readonly kind: 'plain' } | { readonly kind: 'entity'; readonly entity: EntityModel };

/** The storage of one installation: checked writes, strongly consistent reads, indexes that may lag. */
export class Store {
  readonly values: Values;
  private readonly indexes: EntityIndexes;

  constructor(private readonly deps: StoreDeps) {
    this.values = new Values(deps.db);
    this.indexes = new EntityIndexes(deps.db, deps.stalenessOf, (entity, key) => {
      return this.values.get(`entity:${entity}`, key, deps.now())?.json;
    });
  }

  /** The place a request names: an entity when it names one, else the plain values. */
  place(entityName: string | undefined): Place {
    if (entityName === undefined) return { kind: 'plain' };
    return { kind: 'entity', entity: checkEntity(this.deps.entities, entityName) };
  }

  get(place: Place, key: unknown): StoredValue | undefined {
    return this.values.get(spaceOf(place), checkKey(key), this.deps.now());
  }

  set(place: Place, rawKey: unknown, value: unknown, options: SetOptions): { readonly bytes: number } {
    const key = checkKey(rawKey);
    const json = checkValue(value);
    const doc = place.kind === 'entity' ? checkEntityValue(place.entity, value) : undefined;
    const now = this.deps.now();
    const previous = this.values.get(spaceOf(place), key, now);
    if (options?.keyPolicy === 'FAIL_IF_EXISTS' && previous !== undefined) {
      refuse('KEY_ALREADY_EXISTS', `The key ${key} exists.`, 409);
    }
    if (previous === undefined) this.values.delete(spaceOf(place), key);
    const bytes = this.values.set(spaceOf(place), key, json, now, expiryOf(options?.ttl, now));
    if (place.kind === 'entity') this.indexes.changed(place.entity, key, previous?.json, doc, now);
    return { bytes };
  }

  delete(place: Place, rawKey: unknown): StoredValue | undefined {
    const key = checkKey(rawKey);
    const now = this.deps.now();
    const previous = this.values.get(spaceOf(place), key, now);
    this.values.delete(spaceOf(place), key);
    if (place.kind === 'entity') this.indexes.changed(place.entity, key, previous?.json, undefined, now);
    return previous;
  }

  query(entity: EntityModel, request: EntityQuery): QueryPage {
    const now = this.deps.now();
    this.indexes.settle(entity, now);
    return queryIndex(this.deps.db, entity, request, {
      indexes: this.indexes,
      valueOf: (key) => this.values.get(`entity:${entity.name}`, key, now),
    });
  }

  /** True when the stored entity value meets the conditions; a missing value meets only negative ones. */
  meets(place: Place, key: unknown, conditions: Conditions): boolean {
    if (place.kind !== 'entity') return refuse('INVALID_REQUEST', 'Conditions work on entities only.');
    const predicate = compileConditions(place.entity, conditions);
    const found = this.get(place, key);
    return predicate(found === undefined ? undefined : (JSON.parse(found.json) as Record<string, unknown>));
  }

  /** Runs the work in one database transaction: all of it or nothing. */
  atomically<T>(work: () => T): T {
    this.deps.db.exec('SAVEPOINT forge_store');
    try {
      const result = work();
      this.deps.db.exec('RELEASE forge_store');
      return result;
    } catch (error) {
      this.deps.db.exec('ROLLBACK TO forge_store; RELEASE forge_store');
      throw error;
    }
  }
}

function spaceOf(place: Place): string {
  return place.kind === 'entity' ? `entity:${place.entity.name}` : place.kind;
}
