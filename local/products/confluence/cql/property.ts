import { instantOf } from '../../jira/jql/dates.ts';
import { compared, piece } from '../../jira/jql/sql.ts';
import { type Wiki } from '../site.ts';
import { type Compare, textsOf } from './frame.ts';

const sqlText = (text: string): string => text.replaceAll("'", "''");

const asInstant = `(case when typeof(e.value) in ('integer', 'real') then e.value else round((julianday(e.value) - 2440587.5) * 86400000) end)`;
const asText = "lower(case e.type when 'true' then 'true' when 'false' then 'false' else e.value end)";

/** A content property the app has registered, by its alias or as `content.property[key].path`. */
export function propertyField(wiki: Wiki, name: string): Compare | undefined {
  const written = /^content\.property\[([^\]]+)\]\.(.+)$/i.exec(name);
  for (const { propertyKey, values } of wiki.hooks.contentProperties) {
    const value = values.find(
      (one) =>
        one.searchAlias?.toLowerCase() === name.toLowerCase() ||
        (written?.[1] === propertyKey && written[2] === one.path),
    );
    if (!value) continue;
    const rows = `from conf_properties cp, json_each(cp.value, '$.${sqlText(value.path)}') e where cp.page_id = p.id and cp.key = '${sqlText(propertyKey)}'`;
    return (comparison, frame) => {
      const { operator, field } = comparison;
      const negative = operator === '!=' || operator === 'not in';
      const plain = negative ? 'in' : operator === '~' ? '=' : operator;
      const test =
        value.type === 'date'
          ? compared(
              asInstant,
              plain,
              comparison.operands.map((operand) => instantOf(operand, field, frame)),
              field,
            )
          : value.type === 'number'
            ? compared('e.value', plain, textsOf(comparison).map(Number), field)
            : compared(
                asText,
                plain,
                textsOf(comparison).map((text) => text.toLowerCase()),
                field,
              );
      return piece(`${negative ? 'not ' : ''}exists (select 1 ${rows} and ${test.text})`, test.params);
    };
  }
  return undefined;
}
