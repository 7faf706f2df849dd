import { type Site } from '../site.ts';
import { type Option, optionById, optionsOf } from './definitions.ts';
import { asList, FieldRefusal, type Kind, NOTHING, type ParseContext, textAt } from './kind.ts';

/** An option as answers show it. */
export const optionBean = (site: Site, option: Option): object => ({
  self: `${site.baseUrl}/rest/api/3/customFieldOption/${option.id}`,
  value: option.value,
  id: option.id,
});

function optionIn(raw: unknown, { site, field }: ParseContext): string {
  const id = textAt(raw, 'id');
  const value = textAt(raw, 'value');
  const open = optionsOf(site, field.id).filter((option) => option.disabled === 0);
  const found = open.find((option) => (id === undefined ? option.value === value : option.id === id));
  if (found) return found.id;
  throw new FieldRefusal(
    id === undefined ? `Option value '${value ?? ''}' is not valid` : `Option id '${id}' is not valid`,
  );
}

const beanOf = (site: Site, id: unknown): object | null => {
  const option = typeof id === 'string' ? optionById(site, id) : undefined;
  return option ? optionBean(site, option) : null;
};

const valueOf = (site: Site, id: unknown): string =>
  typeof id === 'string' ? (optionById(site, id)?.value ?? id) : '';

export const selectKind: Kind = {
  parse: (raw, context) => (raw === null ? null : optionIn(raw, context)),
  bean: (stored, site) => beanOf(site, stored),
  label: (stored, site) =>
    typeof stored === 'string' ? { id: stored, text: valueOf(site, stored) } : NOTHING,
};

export const multiselectKind: Kind = {
  parse: (raw, context) => {
    if (raw === null) return [];
    if (!Array.isArray(raw)) throw new FieldRefusal('data was not an array');
    return [...new Set(raw.map((entry) => optionIn(entry, context)))];
  },
  bean: (stored, site) => {
    const list = asList(stored).flatMap((id) => beanOf(site, id) ?? []);
    return list.length > 0 ? list : null;
  },
  label: (stored, site) => ({
    id: `[${asList(stored).join(', ')}]`,
    text: asList(stored)
      .map((id) => valueOf(site, id))
      .join(','),
  }),
};
