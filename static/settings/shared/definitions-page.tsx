import type { ReactNode } from 'react';
import { RecalculationBar } from '../change/recalculation-bar';
import { type InSections, MembersPage, type MembersLook } from './members-page';
import {
  type DefinitionKind,
  type DefinitionProps,
  type Definitions,
  useDefinitions,
} from './use-definitions';

interface Shown<T> extends DefinitionProps, MembersLook<T> {
  readonly kind: DefinitionKind<T>;
}

interface WithEditor<T> {
  /** An editor of its own, which deletes by itself. */
  readonly editor: (all: Definitions<T>, member: T) => ReactNode;
}

/** Definitions of one kind: their list, and the editor of the one that the address opens. */
export function DefinitionsPage<T extends { readonly id: string }>(
  props: Shown<T> & (InSections<T> | WithEditor<T>),
) {
  const { kind, definitions, readOnly } = props;
  const all = useDefinitions(kind, props);
  const around = {
    page: kind.page,
    section: kind.section,
    nameOf: kind.nameOf,
    all,
    above: <RecalculationBar canAct={!readOnly} version={definitions.version} />,
  };
  return props.editor === undefined ? (
    <MembersPage {...props} {...around} />
  ) : (
    <MembersPage {...props} {...around} editor={(member) => props.editor(all, member)} />
  );
}
