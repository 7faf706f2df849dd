import { useState } from 'react';
import { type AgentsRule, DEFAULT_AGENTS } from '../../../src/sla/engine/model/agents';
import { sameValues } from '../../../src/kernel/same-values';
import { worded } from '../../kit/controls';
import { choice, type Field, FieldRow, Fields, formOf, groups, many, mapped } from '../../kit/fields';
import { useEdited } from '../../kit/unsaved/use-edited';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import { useDirectory } from '../directory/use-directory';
import type { FieldCatalog } from '../model/field-catalog';
import type { PageProps } from '../page-props';
import { SettingsForm } from '../shared/settings-form';
import { useSave } from '../shared/use-save';

type Props = Pick<PageProps, 'definitions' | 'catalog' | 'readOnly' | 'onChanged'>;
type OfKind<Kind> = Field<Extract<AgentsRule, { by: Kind }>>;

const KINDS = ['assignable', 'roles', 'groups'] as const;

/** A rule of another kind begins empty; the one that was saved comes back as it is. */
const ruleOf = (by: AgentsRule['by'], saved: AgentsRule): AgentsRule => {
  if (saved.by === by) return saved;
  if (by === 'roles') return { by, roles: [] };
  return by === 'groups' ? { by, groups: [] } : { by };
};

const namesNobody = (rule: AgentsRule): boolean =>
  (rule.by === 'roles' && rule.roles.length === 0) || (rule.by === 'groups' && rule.groups.length === 0);

/** Who counts as an agent: whose comments answer a request. */
export function AgentsPage({ definitions, catalog, readOnly, onChanged }: Props) {
  const saved = definitions.agents ?? DEFAULT_AGENTS;
  const [rule, setRule, accept] = useEdited<AgentsRule>(saved);
  const [refused, setRefused] = useState(false);
  const save = useSave();
  const submit = () => {
    setRefused(namesNobody(rule));
    if (namesNobody(rule)) return;
    void save.run(async () => {
      if (sameValues(rule, saved)) return t('settings.change.nothing');
      const answer = await call('sla.applyChange', {
        version: definitions.version,
        target: { section: 'agents', value: rule },
        plan: { scope: 'replay' },
      });
      accept(rule, rule);
      onChanged(answer.definitions, answer.problems);
      return t('settings.agents.saved');
    });
  };
  const form = formOf(rule, readOnly, setRule);
  const error = refused && namesNobody(rule) && 'settings.agents.nobody';
  const content = (
    <>
      <FieldRow
        field={form}
        label="settings.agents.by"
        help={`settings.agents.${rule.by}Hint`}
        control={mapped(
          choice(worded('settings.agents.by', KINDS)),
          ({ by }: AgentsRule) => by,
          (by) => ruleOf(by, saved),
        )}
      />
      {rule.by === 'roles' && <Roles of={{ ...form, value: rule }} catalog={catalog} error={error} />}
      {rule.by === 'groups' && (
        <Fields
          of={{ ...form, value: rule }}
          rows={[{ key: 'groups', label: 'settings.agents.groups', error, control: groups() }]}
        />
      )}
    </>
  );
  return (
    <SettingsForm
      page="agents"
      intro={t('settings.agents.intro')}
      sections={[{ key: 'by', title: t('settings.agents.rule'), content }]}
      save={save}
      readOnly={readOnly}
      onSubmit={submit}
    />
  );
}

interface RolesProps {
  readonly of: OfKind<'roles'>;
  readonly catalog: FieldCatalog;
  readonly error: string | false;
}

function Roles({ of, catalog, error }: RolesProps) {
  const { roles } = useDirectory(catalog);
  // Roles that Jira does not list to this person keep the names they were chosen by.
  const known = new Map([
    ...of.value.roles.map(({ id, name }) => [id, name] as const),
    ...roles.map(({ value, label }) => [value, label] as const),
  ]);
  const options = [...known].map(([value, label]) => ({ value, label }));
  return (
    <Fields
      of={of}
      rows={[
        {
          key: 'roles',
          label: 'settings.agents.roles',
          error,
          control: mapped<readonly string[], OfKind<'roles'>['value']['roles']>(
            many(options),
            (chosen) => chosen.map(({ id }) => id),
            (ids) => ids.map((id) => ({ id, name: known.get(id) ?? id })),
          ),
        },
      ]}
    />
  );
}
