import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import CopyIcon from '@atlaskit/icon/core/copy';
import DeleteIcon from '@atlaskit/icon/core/delete';
import Lozenge from '@atlaskit/lozenge';
import type { ReactNode } from 'react';
import type { FormField } from '../../../../src/catalog/domain/model';
import type { ItemProblem } from '../../../../src/catalog/domain/item/item-problem';
import type { Element } from '../../../kit/fields/field';
import { t } from '../../../shared/i18n';
import styles from './builder.module.css';
import { labelOfField, nameOfField } from './field-copies';
import { QuestionEditor } from './question-editor';

interface Props {
  readonly field: Element<FormField>;
  readonly form: readonly FormField[];
  /** What is wrong with it. */
  readonly problems: readonly ItemProblem[];
  readonly isOpen: boolean;
  /** Those that move it. */
  readonly controls: ReactNode;
  readonly onOpen: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

/** A field of the form at a glance; opened, all that can be set of it stands below. */
export function QuestionRow(props: Props) {
  const { field, problems, isOpen, controls, onOpen, onDuplicate, onDelete } = props;
  const { value, readOnly, index } = field;
  const name = nameOfField(value, index + 1);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const isRequired = value.required || value.requiredWhen !== undefined;
  return (
    <>
      <div className={styles.head}>
        <span className={styles.name}>
          <Button
            appearance="subtle"
            iconBefore={isOpen ? ChevronDownIcon : ChevronRightIcon}
            aria-expanded={isOpen}
            onClick={onOpen}
          >
            {labelOfField(value)}
          </Button>
        </span>
        <span className={styles.marks}>
          <Lozenge>{t(`fieldType.${value.type}`)}</Lozenge>
          {isRequired && <Lozenge appearance="inprogress">{t('settings.form.required')}</Lozenge>}
          {value.set !== undefined && <Lozenge appearance="new">{t('settings.set.one')}</Lozenge>}
          {value.visibleWhen !== undefined && <Lozenge>{t('settings.form.conditional')}</Lozenge>}
          {errors > 0 && (
            <Lozenge appearance="removed">{t('settings.item.problems', { count: errors })}</Lozenge>
          )}
        </span>
        {!readOnly && (
          <span className={styles.marks}>
            {controls}
            {value.set === undefined && (
              <>
                <IconButton
                  appearance="subtle"
                  icon={CopyIcon}
                  label={t('kit.list.duplicate', { name })}
                  onClick={onDuplicate}
                />
                <IconButton
                  appearance="subtle"
                  icon={DeleteIcon}
                  label={t('kit.list.delete', { name })}
                  onClick={onDelete}
                />
              </>
            )}
          </span>
        )}
      </div>
      {isOpen && <QuestionEditor {...props} />}
    </>
  );
}
