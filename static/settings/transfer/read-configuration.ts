import {
  type ConfigDocument,
  type ExportedPart,
  siteRefs,
} from '../../../src/settings/domain/config-document';
import { call } from '../../shared/api';
import type { SiteThings } from './site-things';

/** The whole configuration, put together from its parts, with the names of what it refers to on this site. */
export async function readConfiguration(site: SiteThings): Promise<ConfigDocument> {
  const sections: Record<string, unknown[]> = {};
  let from: ExportedPart['next'];
  do {
    const part: ExportedPart = await call('settings.export', from === undefined ? {} : { from });
    for (const [key, members] of Object.entries(part.sections)) (sections[key] ??= []).push(...members);
    from = part.next;
  } while (from !== undefined);
  const document = { pledge: 1, sections } as const;
  // People are the same everywhere, and a file need not say what they are called.
  const refs = siteRefs(document).filter(({ kind }) => kind !== 'person');
  const known = await site(refs);
  const names = refs.flatMap(({ kind, id }) => {
    const thing = known.get(kind)?.find((each) => each.id === id);
    return thing === undefined ? [] : [{ kind, id, name: thing.name }];
  });
  return { ...document, names };
}
