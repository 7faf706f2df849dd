import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import type { EditorSection } from '../../kit/editor-page/section';
import { named, worded } from '../../kit/controls/option';
import { choice, maybeNumber, own, person, pick, several, text, time } from '../../kit/fields/controls';
import { type Field, edit, part, seenAs } from '../../kit/fields/field';
import { FieldRow, Fields } from '../../kit/fields/fields';
import { holidayCountries } from '../../../src/sla/definitions/domain/holidays/public-holidays';
import type { CalendarDefinition } from '../../../src/sla/engine/model';
import type { Loaded } from '../../shared/use-load';
import type { Rights } from '../rights';
import { WhoManages } from './who-manages';
import forms from '../../kit/forms.module.css';
import { ErrorView } from '../../shared/error-view';
import { locale, localized, t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';
import { type PresetKey, PRESET_KEYS } from '../model/metric-preset';
import { type Choices, forDepartment, type Hours } from './model/choices';
import type { OpenCounted } from './use-open-counts';
import { preflight, type SpaceFacts, stops, unfilled } from './model/preflight';
import { type Department, type DepartmentKey, DEPARTMENT_KEYS, DEPARTMENTS } from './model/template';

interface Props {
  readonly form: Field<Choices>;
  readonly department: Department;
  readonly types: readonly { readonly id: string; readonly name: string }[];
  /** Nothing until Jira has told them. */
  readonly facts: SpaceFacts | null;
  /** Why Jira tells nothing of the space. */
  readonly error: unknown;
  readonly catalog: FieldCatalog;
  readonly calendars: readonly CalendarDefinition[];
  /** Who may make calendars and SLAs does; else somebody else has to. */
  readonly rights: Rights;
  /** Who manages the catalogs of the site. */
  readonly managers: readonly string[];
  /** On what each SLA would start, by the id it is made with. */
  readonly counts: Loaded<OpenCounted>;
  readonly metricIdOf: (key: PresetKey) => string;
  /** A service of the department, by its template, is to be tested. */
  readonly onTest: (template: string) => void;
  readonly onDepartment: (choices: Choices, department: Department) => void;
}

/** What is chosen, in the order in which people think of it. */
export const startSections = (props: Props): readonly EditorSection[] => [
  { key: 'who', title: t('settings.start.who'), content: <WhoManages {...props} /> },
  {
    key: 'space',
    title: t('settings.start.space'),
    hint: t('settings.start.spaceHint'),
    content: <Space {...props} />,
  },
  {
    key: 'services',
    title: t('settings.start.services'),
    hint: t('settings.start.servicesHint'),
    content: <Services {...props} />,
  },
  { key: 'people', title: t('settings.start.people'), content: <People {...props} /> },
  ...(props.rights.editSla
    ? [
        {
          key: 'slas',
          title: t('settings.start.slas'),
          hint: t('settings.start.slasHint'),
          content: <Slas {...props} />,
        },
      ]
    : []),
  {
    key: 'test',
    title: t('settings.start.test'),
    hint: t('settings.start.testHint'),
    content: <Tests {...props} />,
  },
];

function Space({ form, types, facts, error, catalog }: Props) {
  const isKnown = form.value.projectId !== '' && types.length > 0;
  return (
    <>
      <FieldRow
        field={{
          ...part(form, 'projectId'),
          onChange: (next) =>
            edit(form, { projectId: next, requestTypeId: '', incidentTypeId: '', constants: {} }),
        }}
        label="settings.start.inSpace"
        control={pick(catalog.valuesOf('projectId'))}
      />
      {error !== null && <ErrorView error={error} title={t('settings.start.spaceUnknown')} />}
      {isKnown && (
        <>
          <Fields
            of={form}
            rows={[
              {
                key: 'requestTypeId',
                label: 'settings.start.requestType',
                half: true,
                control: choice(named(types)),
              },
              {
                key: 'incidentTypeId',
                label: 'settings.start.incidentType',
                half: true,
                control: choice(named(types)),
              },
            ]}
          />
          {facts !== null &&
            preflight(facts).map((finding) => (
              <SectionMessage
                key={finding}
                appearance={stops(finding) ? 'error' : 'information'}
                title={t(`settings.start.finding.${finding}`)}
              >
                <p>{t(`settings.start.finding.${finding}Hint`)}</p>
              </SectionMessage>
            ))}
          {facts !== null &&
            unfilled(facts).map(({ id, name, values }) => (
              <FieldRow
                key={id}
                field={part(part(form, 'constants'), id)}
                label={{ said: t('settings.start.fill', { field: name }) }}
                help="settings.start.fillHint"
                control={values.length > 0 ? pick(values) : text()}
              />
            ))}
        </>
      )}
    </>
  );
}

const DEPARTMENT_NAMES = () => worded('settings.start.department', DEPARTMENT_KEYS);

function Services({ form, department, onDepartment }: Props) {
  return (
    <Fields
      of={form}
      rows={[
        {
          key: 'department',
          label: 'settings.start.department',
          control: own<DepartmentKey>(
            (row) =>
              choice(DEPARTMENT_NAMES()).draw({
                ...row,
                onChange: (key) =>
                  void DEPARTMENTS[key]().then((chosen) =>
                    onDepartment(forDepartment(form.value, key, chosen), chosen),
                  ),
              }),
            'input',
          ),
        },
        {
          key: 'items',
          label: 'settings.start.items',
          help: 'settings.start.itemsHint',
          control: several(department.items.map(({ id, name }) => ({ value: id, label: localized(name) }))),
        },
      ]}
    />
  );
}

function People({ form, department }: Props) {
  const asks = department.items.some(({ id, approval }) => approval && form.value.items.includes(id));
  return (
    <Fields
      of={form}
      rows={[
        { key: 'owner', label: 'settings.start.owner', help: 'settings.start.ownerHint', control: person() },
        asks && {
          key: 'approver',
          label: 'settings.start.approver',
          help: 'settings.start.approverHint',
          control: person(),
        },
      ]}
    />
  );
}

/** Each service can be tested before anything is made. */
const Tests = ({ form, department, onTest }: Props) => (
  <div className={forms.actions}>
    {department.items
      .filter(({ id }) => form.value.items.includes(id))
      .map(({ id, name }) => (
        <Button key={id} isDisabled={form.readOnly} onClick={() => onTest(id)}>
          {t('settings.start.testOf', { service: localized(name) })}
        </Button>
      ))}
  </div>
);

const BEGINNINGS = ['new', 'replay'] as const;
const KINDS = ['calendar', 'new', 'always'] as const;

/** On how many open work items an SLA would start, and how many would be late: told before it starts. */
function wouldStart(key: PresetKey, { form, counts, metricIdOf }: Props): string | undefined {
  if (form.value.slas[key] === undefined) return undefined;
  if (counts.state === 'error') return t('settings.start.notCounted');
  const count = counts.state === 'ready' ? counts.value.of.get(metricIdOf(key)) : undefined;
  if (count === undefined || counts.state !== 'ready') return undefined;
  const { checked, more } = counts.value;
  const told = { count: count.open, late: count.late, checked };
  return t(more ? 'settings.start.wouldStartFirst' : 'settings.start.wouldStart', told);
}

function Slas(props: Props) {
  const { form, calendars, counts } = props;
  const hours = part(form, 'hours');
  const first = calendars[0]?.id ?? '';
  const made: Readonly<Record<Hours['kind'], () => Hours>> = {
    calendar: () => ({ kind: 'calendar', id: first }),
    new: () => ({ kind: 'new', country: '', opens: '09:00', closes: '17:00' }),
    always: () => ({ kind: 'always' }),
  };
  const kinds = KINDS.filter((kind) => kind !== 'calendar' || calendars.length > 0);
  const { value } = hours;
  return (
    <>
      <FieldRow
        field={seenAs<Hours['kind'], Hours>(
          hours,
          ({ kind }) => kind,
          (kind) => made[kind](),
        )}
        label="settings.start.hours"
        control={choice(worded('settings.start.hours', kinds))}
      />
      {value.kind === 'calendar' && (
        <Fields
          of={{ ...hours, value }}
          rows={[{ key: 'id', label: 'settings.start.calendar', control: choice(named(calendars)) }]}
        />
      )}
      {value.kind === 'new' && (
        <Fields
          of={{ ...hours, value }}
          rows={[
            {
              key: 'country',
              label: 'settings.start.country',
              help: 'settings.start.countryHint',
              control: pick([
                { value: '', label: t('settings.start.noHolidays') },
                ...holidayCountries(locale()).map(({ code, name }) => ({ value: code, label: name })),
              ]),
            },
            { key: 'opens', label: 'settings.start.opens', half: true, control: time() },
            { key: 'closes', label: 'settings.start.closes', half: true, control: time() },
          ]}
        />
      )}
      <Fields
        of={part(form, 'slas')}
        rows={PRESET_KEYS.map((key) => ({
          key,
          label: `settings.preset.${key}`,
          help: (
            <>
              {t(`settings.preset.${key}Hint`)} {wouldStart(key, props)}
            </>
          ),
          half: true,
          control: maybeNumber({ min: 0.25, max: 1000 }),
        }))}
      />
      <FieldRow
        field={part(form, 'begin')}
        label="settings.change.begin"
        help={`settings.change.begin.${form.value.begin}.meaning`}
        control={choice(worded('settings.change.begin', BEGINNINGS))}
      />
      <p role="status">{counts.state === 'loading' && t('settings.start.counting')}</p>
    </>
  );
}
