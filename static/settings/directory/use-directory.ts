import { useLoad } from '../../shared/use-load';
import type { FieldCatalog } from '../model/field-catalog';
import { type Directory, loadDirectory } from './load-directory';

const NOTHING_YET: Directory = {
  roles: [],
  linkTypes: [],
  linkWords: [],
  userFields: [],
  dateFields: [],
  numberFields: [],
};

let asked: Promise<Directory> | undefined;

/** Jira's names, asked once; nothing while they are under way or when Jira does not tell them: ids stand for themselves then. */
export function useDirectory(catalog: FieldCatalog): Directory {
  const { loaded } = useLoad('directory', () => {
    asked ??= loadDirectory(catalog.valuesOf('project').map(({ value }) => value));
    asked.catch(() => (asked = undefined));
    return asked;
  });
  return loaded.state === 'ready' ? loaded.value : NOTHING_YET;
}
