import Button from '@atlaskit/button/default/button';
import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { t } from '../../shared/i18n';
import forms from '../forms.module.css';
import styles from './editor-page.module.css';

export interface BarProps {
  /** What the editor belongs to: the list, by its name and address. Left out where it belongs to none. */
  readonly back?: { readonly to: string; readonly text: string };
  readonly title: string;
  /** How it stands: draft, in force. */
  readonly state?: ReactNode;
  /** What became of the last save. */
  readonly message?: ReactNode;
  readonly readOnly: boolean;
  readonly saving: boolean;
  /** Ways to look at it, for those too who may only read it. */
  readonly looks?: ReactNode;
  /** Other things to do with it, before *Save*. */
  readonly actions?: ReactNode;
  /** What is done instead of saving the form the bar stands in. */
  readonly does?: { readonly text: string; readonly onClick: () => void };
  /** Left out where nothing can be left unsaved by it: the way back is enough. */
  readonly onCancel?: () => void;
}

/** What stays in sight however long the editor is: the way back, what is edited, *Cancel* and *Save*. */
export function Bar(props: BarProps & { readonly children?: ReactNode }) {
  const { back, title, state, message, readOnly, saving, looks, actions, does, onCancel, children } = props;
  return (
    <div className={styles.bar}>
      <div className={styles.row}>
        {back !== undefined && (
          <Link to={back.to} className={styles.back} aria-label={t('kit.editor.back', { to: back.text })}>
            <ArrowLeftIcon label="" />
            <span className={styles.backText}>{back.text}</span>
          </Link>
        )}
        {/* How it stands goes below a long title: it must not cut it, and while it says nothing it must not lift it. */}
        <div className={forms.row} style={{ minWidth: 0, rowGap: 0 }}>
          <h2 className={styles.title} title={title}>
            {title}
          </h2>
          {state}
        </div>
        <div className={styles.actions}>
          {looks}
          {!readOnly && (
            <>
              {actions}
              {onCancel !== undefined && (
                <Button appearance="subtle" onClick={onCancel}>
                  {t('common.cancel')}
                </Button>
              )}
              <Button
                type={does === undefined ? 'submit' : 'button'}
                appearance="primary"
                isLoading={saving}
                onClick={does?.onClick}
              >
                {does?.text ?? t('kit.editor.save')}
              </Button>
            </>
          )}
        </div>
      </div>
      {children}
      {message}
    </div>
  );
}
