import { MOST_ASKED, questionsOf } from '../../../src/catalog/domain/audience/asked';
import { FOR_ALL } from '../../../src/catalog/domain/audience/entitlement';
import type { Audience, Entitlement, SpaceRole } from '../../../src/catalog/domain/model';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { WordsInput } from '../../kit/controls/words-input';
import { date, groups, maybe, maybeSome, own, people, pick, zones } from '../../kit/fields/controls';
import { type Field, formOf, part } from '../../kit/fields/field';
import { FieldRow, Fields, type Row } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';
import { RolesInput } from './roles-input';

const LISTS = ['availableFor', 'notAvailableFor'] as const;

const words = (write?: (word: string) => string) =>
  maybeSome(own<readonly string[]>((row) => <WordsInput {...row} {...(write && { write })} />, 'input'));

/** How people are named: by group and account, and by what People and their profiles say. */
const audience = (catalog: FieldCatalog): readonly Row<Audience>[] => [
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
  { key: 'zones', label: 'settings.audience.zones', half: true, control: maybeSome(zones()) },
  { key: 'managers', label: 'settings.audience.managers', half: true, control: maybeSome(people()) },
  {
    key: 'roles',
    label: 'settings.audience.roles',
    control: maybeSome(own<readonly SpaceRole[]>((row) => <RolesInput {...row} catalog={catalog} />)),
  },
  {
    key: 'searches',
    label: 'settings.audience.searches',
    help: 'settings.audience.searchesHint',
    control: maybeSome(own<readonly string[]>((row) => <WordsInput {...row} isByLine />, 'input')),
  },
];

type Dates = NonNullable<Entitlement['dates']>;
const DATES: readonly Row<Dates>[] = (['from', 'to'] as const).map((key) => ({
  key,
  label: `settings.audience.${key}`,
  half: true,
  control: maybe(date()),
}));

interface Around {
  readonly catalog: FieldCatalog;
  readonly definitions: Pick<SlaDefinitions, 'calendars'>;
}

/** Who may order and who may not, on which days and in which hours. */
export function CriteriaFields({ of, catalog, definitions }: Around & { readonly of: Field<Entitlement> }) {
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
          <Fields of={part(of, key)} rows={audience(catalog)} />
        </section>
      ))}
      <p className={forms.hint}>{t('settings.audience.noOrganizations')}</p>
      <h3 className={forms.heading}>{t('settings.audience.dates')}</h3>
      <p className={forms.hint}>{t('settings.audience.datesHint')}</p>
      <Fields
        of={{ ...formOf<Dates>(dates.value ?? {}, dates.readOnly, write), path: dates.path }}
        rows={DATES}
      />
      <FieldRow
        field={part(of, 'hours')}
        label="settings.audience.hours"
        help="settings.audience.hoursHint"
        control={maybe(
          pick([
            { value: '', label: t('settings.audience.anyHours') },
            ...definitions.calendars.map(({ id, name }) => ({ value: id, label: name })),
          ]),
        )}
      />
      {questionsOf([of.value]).length > 0 && (
        <p className={forms.hint}>{t('settings.audience.askedHint', { most: MOST_ASKED })}</p>
      )}
    </>
  );
}

/** The same of what may go without, and is then for everybody. */
export const MaybeCriteria = ({
  of,
  ...around
}: Around & { readonly of: Field<Entitlement | undefined> }) => (
  <CriteriaFields of={{ ...of, value: of.value ?? FOR_ALL }} {...around} />
);
