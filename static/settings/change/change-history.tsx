import Button from '@atlaskit/button/default/button';
import EmptyState from '@atlaskit/empty-state';
import { useState } from 'react';
import type { ChangeApplied, SlaChange } from '../../../src/sla/definitions/domain/answers/changes';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import forms from '../../kit/forms.module.css';
import { Loading } from '../shared/loading';
import { ChangeEntry } from './change-entry';
import { UndoDialog } from './undo-dialog';

interface Props {
  readonly version: number;
  readonly readOnly: boolean;
  readonly onApplied: (applied: ChangeApplied) => void;
}

const PAGE = 5;

/** Who changed which definition, when, how, on which cycles, what it did, and a way back for seven days. */
export function ChangeHistory({ version, readOnly, onApplied }: Props) {
  const { loaded, reload } = useLoad(`changes:${version}`, () => call('sla.changes', {}));
  const [undoing, setUndoing] = useState<SlaChange | null>(null);
  const [shown, setShown] = useState(PAGE);
  return (
    <section aria-labelledby="change-history">
      <div className={forms.toolbar}>
        <h2 id="change-history" className={forms.title}>
          {t('settings.history')}
        </h2>
        <Button appearance="subtle" onClick={reload}>
          {t('settings.history.reload')}
        </Button>
      </div>
      <p className={forms.hint}>{t('settings.history.hint')}</p>
      {loaded.state !== 'ready' ? (
        <Loading loaded={loaded} onRetry={reload} />
      ) : loaded.value.changes.length === 0 ? (
        <EmptyState header={t('settings.history.empty')} headingLevel={3} />
      ) : (
        <>
          {loaded.value.changes.slice(0, shown).map((change) => (
            <ChangeEntry
              key={change.version}
              change={change}
              onUndo={readOnly || change.undoUntil === undefined ? undefined : () => setUndoing(change)}
            />
          ))}
          {loaded.value.changes.length > shown && (
            <Button appearance="subtle" onClick={() => setShown(shown + 10)}>
              {t('settings.showMore')}
            </Button>
          )}
        </>
      )}
      {undoing !== null && loaded.state === 'ready' && (
        <UndoDialog
          change={undoing}
          later={loaded.value.changes.filter((each) => each.version > undoing.version).length}
          version={loaded.value.version}
          onClose={() => setUndoing(null)}
          onApplied={(applied) => {
            setUndoing(null);
            onApplied(applied);
          }}
        />
      )}
    </section>
  );
}
