import { matchQuery } from '../../shared/words.ts';
import { QueryError } from '../../jira/jql/ast.ts';
import { instantOf } from '../../jira/jql/dates.ts';
import { among, compared, piece } from '../../jira/jql/sql.ts';
import { type Compare, textsOf } from './frame.ts';

const column =
  (name: string, convert: (text: string) => string | number = (text) => text): Compare =>
  (comparison) =>
    among(name, comparison.operator, textsOf(comparison).map(convert), comparison.field);

const date =
  (name: string): Compare =>
  (comparison, frame) =>
    compared(
      name,
      comparison.operator,
      comparison.operands.map((operand) => instantOf(operand, comparison.field, frame)),
      comparison.field,
    );

const person =
  (name: string): Compare =>
  (comparison, { accountId = '' }) => {
    const ids = comparison.operands.map((operand) =>
      operand.kind === 'function' && operand.name.toLowerCase() === 'currentuser'
        ? accountId
        : operand.kind === 'value'
          ? operand.text
          : '',
    );
    return among(name, comparison.operator, ids, comparison.field);
  };

/** Full text. `text` and `title` want every word; `siteSearch`, like the search box, is content with some and ranks by how many. */
const words =
  (columns: string | undefined, need: 'all' | 'some'): Compare =>
  ({ operator, operands, field }, frame) => {
    if (operator !== '~' && operator !== '!~')
      throw new QueryError(`The operator '${operator}' is not supported by the field '${field}'.`);
    const operand = operands[0];
    const query = operand?.kind === 'value' ? matchQuery(operand.text, need) : undefined;
    if (query === undefined) return piece('0');
    const match = columns ? `${columns} : (${query})` : query;
    if (operator === '~') frame.sought.push(match);
    return piece(
      `${operator === '~' ? '' : 'not '}p.id in (select rowid from conf_text where conf_text match ?)`,
      [match],
    );
  };

const title: Compare = (comparison, frame) =>
  comparison.operator === '~' || comparison.operator === '!~'
    ? words('title', 'all')(comparison, frame)
    : column('p.title')(comparison, frame);

const label: Compare = ({ operator, ...comparison }) => {
  const negative = operator === '!=' || operator === 'not in';
  if (!negative && operator !== '=' && operator !== 'in')
    throw new QueryError(`The operator '${operator}' is not supported by the field 'label'.`);
  const names = JSON.stringify(textsOf({ operator, ...comparison }).map((text) => text.toLowerCase()));
  return piece(
    `${negative ? 'not ' : ''}exists (select 1 from conf_page_labels pl join conf_labels l on l.id = pl.label_id where pl.page_id = p.id and l.name in (select value from json_each(?)))`,
    [names],
  );
};

const ancestor: Compare = (comparison) =>
  piece(
    `${comparison.operator === '!=' || comparison.operator === 'not in' ? 'not ' : ''}p.id in (with recursive below (id) as (select id from conf_pages where parent_id in (select value from json_each(?))
      union select c.id from conf_pages c join below b on c.parent_id = b.id) select id from below)`,
    [JSON.stringify(textsOf(comparison).map(Number))],
  );

const type: Compare = (comparison) => {
  const names = textsOf(comparison);
  const negative = comparison.operator === '!=' || comparison.operator === 'not in';
  return piece(names.includes('page') === negative ? '0' : '1');
};

const FIELDS: Readonly<Record<string, Compare>> = {
  type,
  space: column('(select key from conf_spaces s where s.id = p.space_id)', (text) => text.toUpperCase()),
  'space.key': column('(select key from conf_spaces s where s.id = p.space_id)', (text) =>
    text.toUpperCase(),
  ),
  title,
  text: words(undefined, 'all'),
  sitesearch: words(undefined, 'some'),
  label,
  id: column('p.id', Number),
  ancestor,
  creator: person('p.author'),
  created: date('p.created'),
  lastmodified: date('p.version_at'),
};

export const ORDERS: Readonly<Record<string, string>> = {
  title: 'p.title',
  created: 'p.created',
  lastmodified: 'p.version_at',
  id: 'p.id',
  creator: 'p.author',
};

/** What a field name of CQL means. Throws QueryError where it means nothing. */
export function fieldNamed(name: string): Compare {
  const found = FIELDS[name.toLowerCase()];
  if (!found) throw new QueryError(`No field exists with name: ${name}`);
  return found;
}
