import type { SiteNames } from '../../../../src/sla/definitions/domain/other-tools/model';
import type { FieldCatalog, FieldOption } from '../../model/field-catalog';

/** What JQL calls fields that definitions know by another name. */
const ALIASES: Readonly<Record<string, string>> = {
  project: 'projectId',
  space: 'projectId',
  type: 'issuetype',
  'issue type': 'issuetype',
  'work type': 'issuetype',
  label: 'labels',
  component: 'components',
  'status category': 'statusCategory',
};
/** Values of these are what they are called. */
const FREE = ['labels'];

/** Names of this site for what a file calls by name: a name of two things, or of nothing, is not known. */
export function siteNames(catalog: FieldCatalog): SiteNames {
  const only = (options: readonly FieldOption[], name: string): string | undefined => {
    const wanted = name.trim().toLowerCase();
    const found = options.filter(({ label }) => label.toLowerCase() === wanted);
    return found.length === 1
      ? found[0]?.value
      : options.find(({ value }) => value.toLowerCase() === wanted)?.value;
  };
  return {
    field: (name) => {
      const plain = name.replace(/\[[^\]]*\]$/, '');
      const custom = /^cf$/i.test(plain) ? /\[(\d+)\]$/.exec(name)?.[1] : undefined;
      if (custom !== undefined) return only(catalog.fields, `customfield_${custom}`);
      return ALIASES[plain.toLowerCase()] ?? only(catalog.fields, plain);
    },
    value: (field, name) => {
      if (FREE.includes(field)) return name;
      const known = only(catalog.valuesOf(field), name);
      if (known !== undefined || field !== 'projectId') return known;
      return catalog
        .valuesOf(field)
        .find(({ value }) => catalog.projectKey(value) === name.trim().toUpperCase())?.value;
    },
  };
}
