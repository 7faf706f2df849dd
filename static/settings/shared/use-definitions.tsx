import { type ReactNode, useCallback } from 'react';
import type { Finding } from '../../../src/kernel/finding';
import type { DefinitionsSaved } from '../../../src/sla/definitions/domain/answers/definitions';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import type { PageKey } from '../addresses';
import { DefinitionNames } from '../change/definition-names';
import { useChange } from '../change/use-change';
import type { PageProps } from '../pages';
import { type Opened, useOpened } from './use-opened';
import { useSave } from './use-save';

export type DefinitionProps = Pick<PageProps, 'definitions' | 'problems' | 'readOnly' | 'onChanged'>;

/** Definitions of one kind: where they are, and the calls that change them. */
export interface DefinitionKind<T> {
  readonly page: PageKey;
  /** As calls name it, and findings before a colon and the id. */
  readonly section: 'calendar' | 'holidaySet' | 'agreement';
  readonly of: (definitions: SlaDefinitions) => readonly T[];
  readonly make: (id: string) => T;
}

interface Definitions<T> extends Opened<T> {
  readonly members: readonly T[];
  readonly saving: boolean;
  /** What the last save was refused for, or else what is wrong with the one that is opened. */
  readonly findings: readonly Finding[];
  readonly refused: readonly Finding[] | null;
  /** What became of the last save; and the question on which clocks it takes effect. */
  readonly message: ReactNode;
  readonly save: (member: T) => void;
  readonly remove: (id: string) => Promise<void>;
}

/** The list of a kind of definitions and the one that is opened, with saving and deleting. */
export function useDefinitions<T extends { readonly id: string; readonly name: string }>(
  kind: DefinitionKind<T>,
  { definitions, problems, onChanged }: DefinitionProps,
): Definitions<T> {
  const { version } = definitions;
  const members = kind.of(definitions);
  const make = useCallback(
    (id: string, like?: T): T =>
      like === undefined ? kind.make(id) : { ...like, id, name: t('kit.list.copyOf', { name: like.name }) },
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
  return {
    ...place,
    members,
    saving: removal.saving || change.saving,
    refused,
    findings: refused ?? problems.filter(({ whose }) => whose === `${kind.section}:${place.id}`),
    message: (
      <>
        {removal.error ?? change.error}
        {removal.done ?? change.done}
        <DefinitionNames value={definitions}>{change.dialog}</DefinitionNames>
      </>
    ),
    save: (member) => change.propose({ section: kind.section, value: member }),
    remove: (id) =>
      removal.run(async () => {
        finish(await call('settings.delete', { version, section: kind.section, id }));
        return t('settings.deleted');
      }),
  };
}
