import Button from '@atlaskit/button/default/button';
import { useEffect, useRef, useState } from 'react';
import { FAMILIES } from '../../../../src/catalog/domain/field-types';
import type { FieldType } from '../../../../src/catalog/domain/model';
import { AddButton } from '../../../kit/controls/add-button';
import { t } from '../../../shared/i18n';
import forms from '../../../kit/forms.module.css';
import styles from './builder.module.css';

/** Adds a field of a type that is chosen from all types, by family. Escape closes the choice. */
export function TypePicker({ onPick }: { readonly onPick: (type: FieldType) => void }) {
  const [isOpen, setOpen] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const families = panel.current;
    if (!isOpen || families === null) return undefined;
    const closeOnEscape = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      setOpen(false);
      opener.current?.querySelector('button')?.focus();
    };
    families.querySelector('button')?.focus();
    families.addEventListener('keydown', closeOnEscape);
    return () => families.removeEventListener('keydown', closeOnEscape);
  }, [isOpen]);
  return (
    <>
      <span ref={opener}>
        <AddButton onClick={() => setOpen(!isOpen)}>{t('settings.form.add')}</AddButton>
      </span>
      {isOpen && (
        <div
          ref={panel}
          role="group"
          aria-label={t('settings.form.chooseType')}
          className={`${forms.card} ${styles.families}`}
        >
          {Object.entries(FAMILIES).map(([family, types]) => (
            <div key={family} className={styles.family}>
              <h4>{t(`settings.form.family.${family}`)}</h4>
              {(Object.keys(types) as readonly FieldType[]).map((type) => (
                <Button
                  key={type}
                  appearance="subtle"
                  spacing="compact"
                  onClick={() => {
                    setOpen(false);
                    onPick(type);
                  }}
                >
                  {t(`fieldType.${type}`)}
                </Button>
              ))}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
