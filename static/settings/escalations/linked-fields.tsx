import Textfield from '@atlaskit/textfield';
import type { EscalationAction } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { type Directory, loadIssueTypes } from '../directory/load-directory';
import type { FieldCatalog } from '../model/field-catalog';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls/labelled-field';
import { Pick } from '../../kit/controls/pick';

type Linked = Extract<EscalationAction, { readonly kind: 'createLinked' }>;

interface Props {
  readonly id: string;
  readonly action: Linked;
  readonly catalog: FieldCatalog;
  readonly directory: Directory;
  readonly readOnly: boolean;
  readonly onChange: (action: Linked) => void;
}

/** Where a linked work item is created, of which type, how it is linked, and its summary. */
export function LinkedFields({ id, action, catalog, directory, readOnly, onChange }: Props) {
  const { projectId } = action;
  const { loaded } = useLoad(`types:${projectId}`, async () =>
    projectId === '' ? [] : loadIssueTypes(projectId),
  );
  return (
    <>
      <div className={forms.row}>
        <Pick
          label={t('settings.fulfilment.project')}
          value={projectId}
          options={catalog.valuesOf('project')}
          readOnly={readOnly}
          onChange={(next) => onChange({ ...action, projectId: next, issueTypeId: '' })}
        />
        <Pick
          label={t('settings.fulfilment.issueType')}
          value={action.issueTypeId}
          options={loaded.state === 'ready' ? loaded.value : []}
          readOnly={readOnly || projectId === ''}
          onChange={(issueTypeId) => onChange({ ...action, issueTypeId })}
        />
        <Pick
          label={t('settings.level.linkType')}
          value={action.linkType}
          options={directory.linkTypes}
          readOnly={readOnly}
          onChange={(linkType) => onChange({ ...action, linkType })}
        />
      </div>
      <LabelledField id={`${id}-summary`} label={t('settings.fulfilment.summary')}>
        <Textfield
          id={`${id}-summary`}
          value={action.summary}
          isReadOnly={readOnly}
          onChange={(event) => onChange({ ...action, summary: event.currentTarget.value })}
        />
      </LabelledField>
    </>
  );
}
