import { useState } from 'react';
import { type AgentsRule, DEFAULT_AGENTS } from '../../../src/sla/engine/model/agents';
import { sameValues } from '../../../src/kernel/same-values';
import { useEdited } from '../../kit/unsaved/use-edited';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import { useDirectory } from '../directory/use-directory';
import type { FieldCatalog } from '../model/field-catalog';
import type { PageProps } from '../pages';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { GroupList } from '../shared/group-list';
import { SettingsForm } from '../shared/settings-form';
import { useSave } from '../shared/use-save';
import { ValueList } from '../../kit/controls/value-list';

type Props = Pick<PageProps, 'definitions' | 'catalog' | 'readOnly' | 'onChanged'>;

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
  return (
    <SettingsForm
      title={t('settings.tab.agents')}
      intro={t('settings.agents.intro')}
      save={save}
      readOnly={readOnly}
      onSubmit={submit}
    >
      <h3 className={forms.heading}>{t('settings.agents.by')}</h3>
      <Choice
        label={t('settings.agents.by')}
        value={rule.by}
        isDisabled={readOnly}
        options={KINDS.map((value) => ({ value, label: t(`settings.agents.by.${value}`) }))}
        onChange={(by) => setRule(ruleOf(by, saved))}
      />
      <p className={forms.hint}>{t(`settings.agents.${rule.by}Hint`)}</p>
      {rule.by === 'roles' && <Roles rule={rule} catalog={catalog} readOnly={readOnly} onChange={setRule} />}
      {rule.by === 'groups' && (
        <GroupList
          label={t('settings.agents.groups')}
          groups={rule.groups}
          readOnly={readOnly}
          onChange={(groups) => setRule({ by: 'groups', groups })}
        />
      )}
      {refused && namesNobody(rule) && (
        <p className={forms.error} role="alert">
          {t('settings.agents.nobody')}
        </p>
      )}
    </SettingsForm>
  );
}

interface RolesProps {
  readonly rule: Extract<AgentsRule, { by: 'roles' }>;
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (rule: AgentsRule) => void;
}

function Roles({ rule, catalog, readOnly, onChange }: RolesProps) {
  const { roles } = useDirectory(catalog);
  // Roles that Jira does not list to this person keep the names they were chosen by.
  const known = new Map([
    ...rule.roles.map(({ id, name }) => [id, name] as const),
    ...roles.map(({ value, label }) => [value, label] as const),
  ]);
  return (
    <ValueList
      label={t('settings.agents.roles')}
      options={[...known].map(([value, label]) => ({ value, label }))}
      values={rule.roles.map(({ id }) => id)}
      readOnly={readOnly}
      onChange={(ids) =>
        onChange({ by: 'roles', roles: ids.map((id) => ({ id, name: known.get(id) ?? id })) })
      }
    />
  );
}
