import Button from '@atlaskit/button/default/button';
import AddIcon from '@atlaskit/icon/core/add';
import type { EscalationLevel } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { useDirectory } from '../directory/use-directory';
import type { FieldCatalog } from '../model/field-catalog';
import { replaced } from '../../kit/controls/reorder';
import forms from '../../kit/forms.module.css';
import { OrderedList } from '../../kit/controls/ordered-list';
import { ProblemsAt } from '../shared/problems-at';
import { LevelCard } from './level-card';
import { presetLevels } from './preset';

interface Props {
  readonly levels: readonly EscalationLevel[];
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (levels: readonly EscalationLevel[]) => void;
}

const newLevel = (): EscalationLevel => ({
  id: crypto.randomUUID(),
  name: '',
  at: { kind: 'percent', percent: 75 },
  actions: [{ kind: 'comment', to: [{ kind: 'assignee' }] }],
});

/** The levels of a metric: when each acts, on which work items, and what it does. */
export function EscalationsEditor({ levels, catalog, readOnly, onChange }: Props) {
  const directory = useDirectory(catalog);
  const usual = () =>
    presetLevels(
      {
        warn: t('settings.level.presetWarn'),
        due: t('settings.level.presetDue'),
        late: (percent) => t('settings.level.presetLate', { percent }),
      },
      () => crypto.randomUUID(),
    );
  return (
    <section>
      <h3 className={forms.heading}>{t('settings.escalations')}</h3>
      <p className={forms.hint}>{t('settings.escalationsHint')}</p>
      <OrderedList
        elements={levels}
        nameOf={(level, n) => t('settings.level.of', { n, name: level.name })}
        readOnly={readOnly}
        onChange={onChange}
        render={(level, index, controls) => (
          <ProblemsAt path={`escalations.${index}`}>
            <LevelCard
              n={index + 1}
              level={level}
              catalog={catalog}
              directory={directory}
              readOnly={readOnly}
              controls={controls}
              onChange={(next) => onChange(replaced(levels, index, next))}
            />
          </ProblemsAt>
        )}
      />
      {levels.length === 0 && <p className={forms.hint}>{t('settings.escalationsNone')}</p>}
      {!readOnly && (
        <div className={forms.row}>
          <Button appearance="subtle" iconBefore={AddIcon} onClick={() => onChange([...levels, newLevel()])}>
            {t('settings.level.add')}
          </Button>
          {levels.length === 0 && (
            <Button appearance="subtle" onClick={() => onChange(usual())}>
              {t('settings.level.preset')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
