import {
  component,
  components,
  issueType,
  type Named,
  priorities,
  priority,
  resolution,
  resolutions,
  status,
  typesOfProject,
} from '../catalog/catalog.ts';
import {
  componentBean,
  issueTypeBean,
  priorityBean,
  resolutionBean,
  statusBean,
  userBeanOf,
} from '../catalog/beans.ts';
import { findIssue } from '../issues/row.ts';
import { securityLevel, securityLevelBean, settableLevels } from '../permissions/security.ts';
import { type Site } from '../site.ts';
import { type Option, optionById, optionsOf } from './definitions.ts';
import { asList, type Kind, NOTHING, type ParseContext, refuse, several, single, textAt } from './kind.ts';

/** How the one thing that a value stands for is shown and told; `find` answers nothing where it is gone. */
const shownAs = <T>(
  find: (site: Site, id: string) => T | undefined,
  bean: (site: Site, thing: T) => object,
  name: (thing: T) => string,
): Partial<Kind> => ({
  bean: (stored, site) => {
    const found = typeof stored === 'string' ? find(site, stored) : undefined;
    return found ? bean(site, found) : null;
  },
  label: (stored, site) => {
    if (typeof stored !== 'string') return NOTHING;
    const found = find(site, stored);
    return { id: stored, text: found ? name(found) : stored };
  },
});

/** What a request names as `{ id }`, else by its words under `key`. */
const named = <T extends { readonly id: string | number }>(
  all: readonly T[],
  raw: unknown,
  key: string,
  words: (thing: T) => string,
): T | undefined => {
  const id = textAt(raw, 'id');
  return all.find((one) => (id === undefined ? words(one) === textAt(raw, key) : String(one.id) === id));
};

const nameOf = ({ name }: { readonly name: string }): string => name;

/** A kind whose values are things with an id and a name, given in requests as `{ id }` or `{ name }`. */
const reference = <T extends Named>(
  list: (site: Site, projectId: number) => readonly T[],
  find: (site: Site, id: string) => T | undefined,
  bean: (site: Site, thing: T) => object,
  word: string,
): Kind =>
  single(
    (raw, { site, projectId }) =>
      named(list(site, projectId), raw, 'name', nameOf)?.id ?? refuse(`The ${word} selected is invalid.`),
    shownAs(find, bean, nameOf),
  );

export const priorityKind = reference(priorities, priority, priorityBean, 'priority');
export const resolutionKind = reference(resolutions, resolution, resolutionBean, 'resolution');
export const issueTypeKind = reference(typesOfProject, issueType, issueTypeBean, 'issue type');
export const statusKind = single(
  () => refuse('Status is changed by a transition, not by an edit.'),
  shownAs(status, statusBean, nameOf),
);

/** An option as answers show it. */
export const optionBean = (site: Site, { id, value }: Option): object => ({
  self: `${site.baseUrl}/rest/api/3/customFieldOption/${id}`,
  value,
  id,
});

const valueOf = ({ value }: Option): string => value;

function optionIn(raw: unknown, { site, field }: ParseContext): string {
  const open = optionsOf(site, field.id).filter((option) => option.disabled === 0);
  const id = textAt(raw, 'id');
  const what = id === undefined ? `value '${textAt(raw, 'value') ?? ''}'` : `id '${id}'`;
  return named(open, raw, 'value', valueOf)?.id ?? refuse(`Option ${what} is not valid`);
}

const asOption = shownAs(optionById, optionBean, valueOf);

export const selectKind = single(optionIn, asOption);

const options = several(
  optionIn,
  (id, site) => asOption.bean?.(id, site),
  (id, site) => optionById(site, String(id))?.value ?? String(id),
  'data was not an array',
);
export const multiselectKind: Kind = {
  ...options,
  bean: (stored, site) => (asList(stored).length > 0 ? options.bean(stored, site) : null),
};

const accountIn = (raw: unknown, { site }: ParseContext): string => {
  const user = site.users.get(textAt(raw, 'accountId') ?? textAt(raw, 'id') ?? '');
  if (user?.active) return user.accountId;
  return refuse('Specify a valid value for the user: this account does not exist or is not active.');
};

const displayName = (id: string | number, site: Site): string =>
  site.users.get(String(id))?.displayName ?? String(id);

export const personKind = single(
  (raw, context) => (textAt(raw, 'accountId') === '' ? null : accountIn(raw, context)),
  {
    bean: (stored, site) => (typeof stored === 'string' ? userBeanOf(site, stored) : null),
    label: (stored, site) =>
      typeof stored === 'string' ? { id: stored, text: displayName(stored, site) } : NOTHING,
  },
);

export const peopleKind = several(accountIn, (id, site) => userBeanOf(site, String(id)), displayName);

export const componentsKind: Kind = {
  ...several(
    (entry, { site, projectId }) =>
      named(components(site, projectId), entry, 'name', nameOf)?.id ??
      refuse(`Component name '${textAt(entry, 'name') ?? textAt(entry, 'id') ?? ''}' is not valid`),
    (id, site) => {
      const found = component(site, Number(id));
      return found && componentBean(site, found);
    },
    String,
  ),
  label: (stored, site) => ({
    id: asList(stored).join(','),
    text: asList(stored)
      .map((id) => component(site, Number(id))?.name ?? id)
      .join(', '),
  }),
};

/** Only a level that one is in can be given. */
export const securityKind = single(
  (raw, { site, projectId, actor = { kind: 'anonymous' } }) =>
    named(settableLevels(site, actor, projectId), raw, 'name', nameOf)?.id ??
    refuse('The security level selected is invalid.'),
  shownAs(securityLevel, securityLevelBean, nameOf),
);

/** Stored as the number of the parent issue. */
export const parentKind = single(
  (raw, { site }) =>
    findIssue(site, textAt(raw, 'id') ?? textAt(raw, 'key') ?? '')?.id ??
    refuse('Could not find issue by id or key.'),
  {
    label: (stored, site) =>
      typeof stored === 'number'
        ? { id: String(stored), text: findIssue(site, stored)?.key ?? null }
        : NOTHING,
  },
);
