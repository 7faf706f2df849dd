import { localized, t } from '../../shared/i18n';
import type { LocalizedText } from '../../../src/kernel/text';

/** What may be chosen, as it is stored and as it is shown. */
export interface Option<T extends string = string> {
  readonly value: T;
  readonly label: string;
}

/** Options whose names are texts under one key: `settings.agreement.kind`, then a dot and the option. */
export const worded = <const T extends string>(key: string, values: readonly T[]): readonly Option<T>[] =>
  values.map((value) => ({ value, label: t(`${key}.${value}`) }));

interface Member {
  readonly id: string;
  readonly name: string | LocalizedText;
}

/** Members of a list by their names, in the viewer's language where they have several. */
export const named = (members: readonly Member[]): readonly Option[] =>
  members.map(({ id, name }) => ({ value: id, label: typeof name === 'string' ? name : localized(name) }));
