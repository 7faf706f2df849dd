/** What this browser keeps of the catalog between visits, for the person who looks at it now. */
import * as v from 'valibot';
import type { ShownCatalog } from '../../src/catalog/domain/call-answers';
import { shownCatalogSchema } from '../../src/catalog/domain/shown-catalog';
import { viewer } from '../shared/context';
import { keep, kept } from '../shared/kept';

const KEY = 'pledge.catalog';
const keptSchema = v.object({ by: v.string(), catalog: shownCatalogSchema });

interface Kept {
  readonly by: string;
  readonly catalog: ShownCatalog;
}

/** Of this page, also where the browser keeps nothing. */
let latest: Kept | null = null;
/** What others are shown for whom the viewer makes requests, by whom. It goes with the page: it is not the viewer's to keep. */
const ofOthers = new Map<string, ShownCatalog>();

/** What this browser keeps, whoever it was shown to. */
export const catalogBefore = (): Kept | null => latest ?? kept(KEY, keptSchema);

/** The catalog this person was shown last; `null` when nothing of it is here, or it was somebody else. `person`: for whom it was shown. */
export function keptCatalog(person: string | null = null): ShownCatalog | null {
  if (person !== null) return ofOthers.get(person) ?? null;
  const by = viewer().accountId;
  const found = catalogBefore();
  return found !== null && found.by === by ? found.catalog : null;
}

/** Keeps what was answered, in place of what was kept for whoever it was before. */
export function keepCatalog(catalog: ShownCatalog, person: string | null = null): void {
  if (person !== null) return void ofOthers.set(person, catalog);
  const by = viewer().accountId;
  if (by === null) return;
  latest = { by, catalog };
  keep(KEY, latest);
}
