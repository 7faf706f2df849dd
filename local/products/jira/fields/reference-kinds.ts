import {
  component,
  components,
  issueType,
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
import { type Site } from '../site.ts';
import { asList, FieldRefusal, type Kind, NOTHING, textAt } from './kind.ts';

interface Thing {
  readonly id: string;
  readonly name: string;
}

/** A kind whose values are things with an id and a name, given in requests as `{ id }` or `{ name }`. */
function reference<T extends Thing>(
  list: (site: Site, projectId: number) => readonly T[],
  find: (site: Site, id: string) => T | undefined,
  bean: (site: Site, thing: T) => object,
  word: string,
): Kind {
  return {
    parse: (raw, { site, projectId }) => {
      if (raw === null) return null;
      const id = textAt(raw, 'id');
      const name = textAt(raw, 'name');
      const found = list(site, projectId).find((thing) =>
        id === undefined ? thing.name === name : thing.id === id,
      );
      if (!found) throw new FieldRefusal(`The ${word} selected is invalid.`);
      return found.id;
    },
    bean: (stored, site) => {
      const found = typeof stored === 'string' ? find(site, stored) : undefined;
      return found ? bean(site, found) : null;
    },
    label: (stored, site) =>
      typeof stored === 'string' ? { id: stored, text: find(site, stored)?.name ?? stored } : NOTHING,
  };
}

export const priorityKind = reference((site) => priorities(site), priority, priorityBean, 'priority');
export const resolutionKind = reference(
  (site) => resolutions(site),
  resolution,
  resolutionBean,
  'resolution',
);
export const issueTypeKind = reference(typesOfProject, issueType, issueTypeBean, 'issue type');
export const statusKind: Kind = {
  parse: () => {
    throw new FieldRefusal('Status is changed by a transition, not by an edit.');
  },
  bean: (stored, site) => {
    const found = typeof stored === 'string' ? status(site, stored) : undefined;
    return found ? statusBean(site, found) : null;
  },
  label: (stored, site) =>
    typeof stored === 'string' ? { id: stored, text: status(site, stored)?.name ?? stored } : NOTHING,
};

function accountIn(raw: unknown, site: Site): string {
  const accountId = textAt(raw, 'accountId') ?? textAt(raw, 'id');
  const user = accountId === undefined ? undefined : site.users.get(accountId);
  if (!user?.active)
    throw new FieldRefusal(
      'Specify a valid value for the user: this account does not exist or is not active.',
    );
  return user.accountId;
}

const nameOf = (site: Site, accountId: string | number): string =>
  site.users.get(String(accountId))?.displayName ?? String(accountId);

export const personKind: Kind = {
  parse: (raw, { site }) => (raw === null || textAt(raw, 'accountId') === '' ? null : accountIn(raw, site)),
  bean: (stored, site) => (typeof stored === 'string' ? userBeanOf(site, stored) : null),
  label: (stored, site) =>
    typeof stored === 'string' ? { id: stored, text: nameOf(site, stored) } : NOTHING,
};

export const peopleKind: Kind = {
  parse: (raw, { site }) => {
    if (raw === null) return [];
    if (!Array.isArray(raw)) throw new FieldRefusal('Operation value must be an array');
    return [...new Set(raw.map((entry) => accountIn(entry, site)))];
  },
  bean: (stored, site) => asList(stored).map((id) => userBeanOf(site, String(id))),
  label: (stored, site) => ({
    id: `[${asList(stored).join(', ')}]`,
    text: asList(stored)
      .map((id) => nameOf(site, id))
      .join(','),
  }),
};

export const componentsKind: Kind = {
  parse: (raw, { site, projectId }) => {
    if (raw === null) return [];
    if (!Array.isArray(raw)) throw new FieldRefusal('Operation value must be an array');
    const known = components(site, projectId);
    return raw.map((entry) => {
      const id = textAt(entry, 'id');
      const found = known.find((one) =>
        id === undefined ? one.name === textAt(entry, 'name') : String(one.id) === id,
      );
      if (!found)
        throw new FieldRefusal(`Component name '${textAt(entry, 'name') ?? id ?? ''}' is not valid`);
      return found.id;
    });
  },
  bean: (stored, site) =>
    asList(stored)
      .flatMap((id) => component(site, Number(id)) ?? [])
      .map((one) => componentBean(site, one)),
  label: (stored, site) => ({
    id: asList(stored).join(','),
    text: asList(stored)
      .map((id) => component(site, Number(id))?.name ?? id)
      .join(', '),
  }),
};
