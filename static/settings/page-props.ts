import type { Finding } from '../../src/kernel/finding';
import type { SlaDefinitions } from '../../src/sla/engine/model';
import type { FieldCatalog } from './model/field-catalog';
import type { Rights } from './rights';

/** What every page is given; each takes what it shows. */
export interface PageProps {
  readonly rights: Rights;
  readonly readOnly: boolean;
  /** For those who may not read SLAs as far as items are judged by them; empty for those who read neither. */
  readonly definitions: SlaDefinitions;
  readonly problems: readonly Finding[];
  readonly catalog: FieldCatalog;
  readonly confluence: boolean;
  /** The definitions were changed, and this is wrong with them now. */
  readonly onChanged: (definitions: SlaDefinitions, problems: readonly Finding[]) => void;
  /** Something was stored that other pages show too. */
  readonly onImported: () => void;
}

/** What a page reads for itself. */
export interface OwnProps<T> {
  readonly own: T;
  readonly onReload: () => void;
}
