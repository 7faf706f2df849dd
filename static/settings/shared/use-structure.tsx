import { useCallback } from 'react';
import type { ShownStructure } from '../../../src/catalog/domain/call-answers';
import type { Text } from '../../../src/catalog/domain/model';
import { call } from '../../shared/api';
import { localized, t } from '../../shared/i18n';
import type { PageKey } from '../addresses';
import { copiedName } from '../model/copied-name';
import type { OwnProps, PageProps } from '../page-props';
import type { Members } from './members-page';
import { saveSection } from './section';
import { useOpened } from './use-opened';
import { useSave } from './use-save';

/** What each page of the structure is given. */
export type StructureProps = Pick<PageProps, 'readOnly'> & OwnProps<ShownStructure>;

interface Member {
  readonly id: string;
  readonly rev?: number;
  readonly name: Text;
}

/** Members of the structure of one kind: where they are, and the calls that change them. */
export interface StructureKind<T> {
  readonly page: PageKey;
  /** As calls name it, and findings before a colon and the id. */
  readonly section: 'catalog' | 'category' | 'service' | 'offering' | 'pins' | 'announcement';
  readonly of: (structure: ShownStructure) => readonly T[];
  readonly make: (id: string, structure: ShownStructure) => T;
}

export const nameOf = ({ name }: Member): string => localized(name);

/** The list of a kind of members and the one that is opened, with saving and deleting. */
export function useStructure<T extends Member>(
  kind: StructureKind<T>,
  { own, onReload }: StructureProps,
): Members<T> {
  const members = kind.of(own);
  const make = useCallback(
    (id: string, like?: T): T => {
      if (like === undefined) return kind.make(id, own);
      const { rev: _rev, ...copied } = like;
      return { ...(copied as T), id, name: copiedName(like.name) };
    },
    [kind, own],
  );
  const place = useOpened(kind.page, members, make);
  const { run, saving, problems, error, done } = useSave();
  const change = (action: () => Promise<unknown>, said: string) =>
    run(async () => {
      await action();
      place.finish();
      onReload();
      return said;
    });
  return {
    ...place,
    members,
    saving,
    refused: problems,
    findings: problems ?? [],
    message: (
      <>
        {error}
        {done}
      </>
    ),
    save: (member) =>
      void change(
        () => saveSection(kind.section, member, member.rev ?? 0),
        t('settings.structure.saved', { name: nameOf(member) }),
      ),
    remove: (id) => {
      const rev = members.find((member) => member.id === id)?.rev ?? 0;
      return change(() => call('catalog.delete', { section: kind.section, id, rev }), t('settings.deleted'));
    },
  };
}
