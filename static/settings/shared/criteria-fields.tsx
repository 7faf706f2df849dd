import type { Audience, Entitlement } from '../../../src/catalog/domain/model';
import { WordsInput } from '../../kit/controls/words-input';
import { date, groups, mapped, maybe, own, people } from '../../kit/fields/controls';
import { type Field, formOf, part } from '../../kit/fields/field';
import { Fields, type Row } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';

const LISTS = ['availableFor', 'notAvailableFor'] as const;

/** What is not there stands for an empty list, and an empty list is not kept. */
const maybeSome = (control: ReturnType<typeof people>) =>
  mapped(
    control,
    (list: readonly string[] | undefined) => list ?? [],
    (list) => (list.length === 0 ? undefined : list),
  );
const words = (write?: (word: string) => string) =>
  maybeSome(own((row) => <WordsInput {...row} {...(write && { write })} />, 'input'));

/** How people are named: by group and account, and by what People and their profiles say. */
const AUDIENCE: readonly Row<Audience>[] = [
  { key: 'groups', label: 'settings.item.groups', half: true, control: groups() },
  { key: 'users', label: 'settings.item.people', half: true, control: people() },
  {
    key: 'places',
    label: 'settings.audience.places',
    help: 'settings.audience.wordsHint',
    half: true,
    control: words(),
  },
  {
    key: 'departments',
    label: 'settings.audience.departments',
    help: 'settings.audience.wordsHint',
    half: true,
    control: words(),
  },
  { key: 'teams', label: 'settings.audience.teams', half: true, control: words() },
  {
    key: 'languages',
    label: 'settings.audience.languages',
    help: 'settings.audience.languagesHint',
    half: true,
    control: words((word) => word.toLowerCase()),
  },
  { key: 'managers', label: 'settings.audience.managers', control: maybeSome(people()) },
];

type Dates = NonNullable<Entitlement['dates']>;
const DATES: readonly Row<Dates>[] = (['from', 'to'] as const).map((key) => ({
  key,
  label: `settings.audience.${key}`,
  half: true,
  control: maybe(date()),
}));

/** Who may order and who may not, and on which days. */
export function CriteriaFields({ of }: { readonly of: Field<Entitlement> }) {
  const dates = part(of, 'dates');
  const write = ({ from, to }: Dates) =>
    dates.onChange(
      from === undefined && to === undefined ? undefined : { ...(from && { from }), ...(to && { to }) },
    );
  return (
    <>
      {LISTS.map((key) => (
        <section key={key} aria-label={t(`settings.item.${key}`)}>
          <h3 className={forms.heading}>{t(`settings.item.${key}`)}</h3>
          <p className={forms.hint}>{t(`settings.item.${key}Hint`)}</p>
          <Fields of={part(of, key)} rows={AUDIENCE} />
        </section>
      ))}
      <h3 className={forms.heading}>{t('settings.audience.dates')}</h3>
      <p className={forms.hint}>{t('settings.audience.datesHint')}</p>
      <Fields
        of={{ ...formOf<Dates>(dates.value ?? {}, dates.readOnly, write), path: dates.path }}
        rows={DATES}
      />
    </>
  );
}
