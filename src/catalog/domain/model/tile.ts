/** What lists need of an item. */
import type { Fields } from '../../../sla/engine/model';
import type { Entitlement } from './entitlement';
import type { ItemPrice } from './item';
import type { AccountId, Text } from './text';

/** What the portal's lists, entitlement and other subjects need of every published item: a few hundred bytes. */
export interface Tile {
  readonly id: string;
  readonly version: number;
  readonly name: Text;
  readonly summary: Text;
  readonly categoryIds: readonly string[];
  readonly serviceId: string;
  readonly owner: AccountId;
  readonly icon: string;
  readonly keywords: readonly string[];
  /** The question that words answer for which nothing was found; left out where the item is not offered for them. */
  readonly catchAll?: string;
  /** The least that it costs; left out where no price is told. */
  readonly price?: Pick<ItemPrice, 'amount' | 'currency' | 'recurring'> & { readonly varies?: true };
  /** Nothing is told of its requests: neither that it is popular. */
  readonly confidential?: true;
  /** For everybody when left out. */
  readonly entitlement?: Entitlement;
  readonly ownCriteria?: true;
  /** Confluence pages pinned to it. */
  readonly pages: readonly string[];
  /** Metrics whose promise it shows. */
  readonly metrics: readonly string[];
  /** What its delivery is promised by: left out where it is not. */
  readonly promised?: PromisedBy;
}

export interface PromisedBy {
  readonly metricId: string;
  /** Of a work item of a form without answers, as far as the item sets them. */
  readonly fields: Fields;
  /** Fields that answers set: a promise that looks at one of them may be another. */
  readonly asked: readonly string[];
}
