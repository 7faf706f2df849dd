import { badRequest } from '../../shared/product-error.ts';
import { type Wiki } from '../site.ts';

export interface Label {
  readonly id: number;
  readonly prefix: string;
  readonly name: string;
}

/** The labels of a page, by name. */
export const labelsOf = (wiki: Wiki, pageId: number): Label[] =>
  wiki.sql.all(
    'select l.* from conf_labels l join conf_page_labels p on p.label_id = l.id where p.page_id = ? order by l.name',
    [pageId],
  );

/** Labels are lower case and have no spaces; others are refused with 400. */
export function addLabel(wiki: Wiki, pageId: number, name: string, prefix = 'global'): void {
  if (name.trim() === '' || /[\s:;,.?&[\]()#^*!@]/.test(name))
    throw badRequest(`The label '${name}' contains characters that are not allowed.`);
  const lower = name.toLowerCase();
  wiki.sql.run('insert or ignore into conf_labels (prefix, name) values (?, ?)', [prefix, lower]);
  wiki.sql.run(
    'insert or ignore into conf_page_labels select ?, id from conf_labels where prefix = ? and name = ?',
    [pageId, prefix, lower],
  );
}

export const labelBean = ({ id, prefix, name }: Label): object => ({ id: String(id), prefix, name });
