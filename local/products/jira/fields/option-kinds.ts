import { type Site } from '../site.ts';
import { type Option, optionById, optionsOf } from './definitions.ts';
import { asList, FieldRefusal, type Kind, NOTHING, type ParseContext, type Stored, textAt } from './kind.ts';

const bean = (site: Site, option: Option): object => ({
  self: `${site.baseUrl}/rest/api/3/customFieldOption/${option.id}`,
  value: option.value,
  id: option.id,
});

function optionIn(raw: unknown, { site, field }: ParseContext, parentId: string | null): string {
  const id = textAt(raw, 'id');
  const value = textAt(raw, 'value');
  const open = optionsOf(site, field.id).filter(
    (option) => option.parentId === parentId && option.disabled === 0,
  );
  const found = open.find((option) => (id === undefined ? option.value === value : option.id === id));
  if (found) return found.id;
  throw new FieldRefusal(
    id === undefined ? `Option value '${value ?? ''}' is not valid` : `Option id '${id}' is not valid`,
  );
}

const beanOf = (site: Site, id: unknown): object | null => {
  const option = typeof id === 'string' ? optionById(site, id) : undefined;
  return option ? bean(site, option) : null;
};

const valueOf = (site: Site, id: unknown): string =>
  typeof id === 'string' ? (optionById(site, id)?.value ?? id) : '';

export const selectKind: Kind = {
  parse: (raw, context) => (raw === null ? null : optionIn(raw, context, null)),
  bean: (stored, site) => beanOf(site, stored),
  label: (stored, site) =>
    typeof stored === 'string' ? { id: stored, text: valueOf(site, stored) } : NOTHING,
};

export const multiselectKind: Kind = {
  parse: (raw, context) => {
    if (raw === null) return [];
    if (!Array.isArray(raw)) throw new FieldRefusal('data was not an array');
    return [...new Set(raw.map((entry) => optionIn(entry, context, null)))];
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

const childOf = (raw: unknown): unknown =>
  typeof raw === 'object' && raw !== null && 'child' in raw ? raw.child : undefined;

/** Stored as `{ id, child? }`. */
export const cascadeKind: Kind = {
  parse: (raw, context) => {
    if (raw === null) return null;
    const id = optionIn(raw, context, null);
    const child = childOf(raw);
    return child === undefined || child === null ? { id } : { id, child: optionIn(child, context, id) };
  },
  bean: (stored: Stored, site) => {
    const parent = beanOf(site, textAt(stored, 'id'));
    const child = beanOf(site, textAt(stored, 'child'));
    return parent && child ? { ...parent, child } : parent;
  },
  label: (stored, site) => {
    const id = textAt(stored, 'id');
    if (id === undefined) return NOTHING;
    const child = textAt(stored, 'child');
    return {
      id: child ? `${id}:${child}` : id,
      text: [id, ...(child ? [child] : [])].map((one) => valueOf(site, one)).join(' - '),
    };
  },
};
