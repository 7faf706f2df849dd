import { type Site } from '../site.ts';
import { type AppField } from '../../../kernel/jira-hooks.ts';
import { type FieldKind } from '../types.ts';

const KINDS: Readonly<Record<AppField['type'], FieldKind>> = {
  string: 'text',
  number: 'number',
  datetime: 'datetime',
};

/** Above the ids that seeds choose for themselves. */
const FIRST = 10_900;

/** Makes the fields an app declares, once, and gives them their present names; a field the app dropped disappears. */
export function registerFields(site: Site, fields: readonly AppField[]): void {
  const { sql } = site;
  sql.tx(() => {
    const known = sql.all<{ id: string; app_key: string }>(
      "select id, app_key from jira_fields where app_key like 'ari:%'",
    );
    for (const { id, app_key } of known)
      if (!fields.some(({ key }) => key === app_key)) sql.run('delete from jira_fields where id = ?', [id]);
    let next = Math.max(FIRST, ...known.map(({ id }) => Number(id.replace('customfield_', '')) + 1));
    for (const { key, name, type, readOnly } of fields) {
      const id = known.find(({ app_key }) => app_key === key)?.id ?? `customfield_${next++}`;
      sql.put('jira_fields', [id, name, KINDS[type], Number(readOnly), key], 'replace');
    }
  });
}
