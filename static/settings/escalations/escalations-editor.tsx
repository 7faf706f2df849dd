import Button from '@atlaskit/button/default/button';
import type { EscalationLevel } from '../../../src/sla/engine/model';
import { AddButton, OrderedList } from '../../kit/controls';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import { add, elements, formOf } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { useDirectory } from '../directory/use-directory';
import type { FieldCatalog } from '../model/field-catalog';
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
  const around = { catalog, directory: useDirectory(catalog) };
  const list = { ...formOf(levels, readOnly, onChange), path: 'escalations' };
  const cards = elements(list);
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
    <>
      <OrderedList
        elements={levels}
        nameOf={(level, n) => t('settings.level.of', { n, name: level.name })}
        readOnly={readOnly}
        onChange={onChange}
        render={(_, index, controls) => {
          const level = cards[index];
          return (
            level && (
              <FindingsAt path={level.path}>
                <LevelCard level={level} around={around} controls={controls} />
              </FindingsAt>
            )
          );
        }}
      />
      {levels.length === 0 && <p className={forms.hint}>{t('settings.escalationsNone')}</p>}
      {!readOnly && (
        <div className={forms.row}>
          <AddButton onClick={() => add(list, newLevel())}>{t('settings.level.add')}</AddButton>
          {levels.length === 0 && (
            <Button appearance="subtle" spacing="compact" onClick={() => onChange(usual())}>
              {t('settings.level.preset')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
