import { type ComponentProps, useCallback, useMemo } from 'react';
import type { DefinitionsSaved } from '../../../src/sla/definitions/domain/answers/definitions';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import type { PageKey } from '../addresses';
import { DefinitionNames } from '../change/definition-names';
import { useChange } from '../change/use-change';
import type { PageProps } from '../page-props';
import type { Members } from './members-page';
import { useOpened } from './use-opened';
import { useSave } from './use-save';

export interface DefinitionProps extends Pick<
  PageProps,
  'definitions' | 'problems' | 'readOnly' | 'onChanged'
> {
  /** Whose names are told, where it is more than the definitions. */
  readonly names?: ComponentProps<typeof DefinitionNames>['value'];
}

/** Definitions of one kind: where they are, and the calls that change them. */
export interface DefinitionKind<T> {
  readonly page: PageKey;
  /** As calls name it, and findings before a colon and the id. */
  readonly section: 'metric' | 'calendar' | 'holidaySet' | 'agreement';
  readonly of: (definitions: SlaDefinitions) => readonly T[];
  readonly nameOf: (member: T) => string;
  readonly make: (id: string) => T;
  readonly copy: (like: T, id: string) => T;
}

/** Of definitions that have one name for everybody. */
export const PLAINLY_NAMED = {
  nameOf: ({ name }: { readonly name: string }): string => name,
  copy: <T extends { readonly name: string }>(like: T, id: string): T => ({
    ...like,
    id,
    name: t('kit.list.copyOf', { name: like.name }),
  }),
};

export interface Definitions<T> extends Members<T> {
  /** It is gone, by a call of its own; what is told of it. */
  readonly onRemoved: (answer: DefinitionsSaved, message: string) => void;
}

/** The list of a kind of definitions and the one that is opened, with saving and deleting. */
export function useDefinitions<T extends { readonly id: string }>(
  kind: DefinitionKind<T>,
  { definitions, problems, names = definitions, onChanged }: DefinitionProps,
): Definitions<T> {
  const { version } = definitions;
  const members = kind.of(definitions);
  const make = useCallback(
    (id: string, like?: T): T => (like === undefined ? kind.make(id) : kind.copy(like, id)),
    [kind],
  );
  const place = useOpened(kind.page, members, make);
  const removal = useSave();
  const finish = (answer: Pick<DefinitionsSaved, 'definitions' | 'problems'>): void => {
    onChanged(answer.definitions, answer.problems);
    place.finish();
  };
  const change = useChange(version, finish);
  const refused = removal.problems ?? change.problems;
  const subject = `${kind.section}:${place.id}`;
  const stored = useMemo(() => problems.filter(({ whose }) => whose === subject), [problems, subject]);
  return {
    ...place,
    members,
    saving: removal.saving || change.saving,
    refused,
    findings: refused ?? stored,
    message: (
      <>
        {removal.error ?? change.error}
        {removal.done ?? change.done}
        <DefinitionNames value={names}>{change.dialog}</DefinitionNames>
      </>
    ),
    save: (member) => change.propose({ section: kind.section, value: member }),
    onRemoved: (answer, message) => {
      finish(answer);
      removal.tell(message);
    },
    remove: (id) =>
      removal.run(async () => {
        finish(await call('settings.delete', { version, section: kind.section, id }));
        return t('settings.deleted');
      }),
  };
}
