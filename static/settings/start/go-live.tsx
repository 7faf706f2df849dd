import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Setup } from '../../../src/catalog/domain/setup';
import { viewer } from '../../shared/context';
import forms from '../../kit/forms.module.css';
import { localized, t } from '../../shared/i18n';
import { pageAddress } from '../addresses';
import { idIn } from './model/plan';
import type { Department } from './model/template';

interface Props {
  readonly setup: Setup;
  readonly department: Department;
  /** Of the portal on this site. */
  readonly portalPath: string;
  readonly onAgain: () => void;
  readonly onUndo: () => void;
}

/** It is published: where people find it, and how to tell them. */
export function GoLive({ setup, department, portalPath, onAgain, onUndo }: Props) {
  const services = setup.made.filter(({ section }) => section === 'item');
  const url = `${viewer().siteUrl.replace(/\/$/, '')}${portalPath}/catalog`;
  const words = t('settings.start.announcement', { department: localized(department.name), url });
  return (
    <>
      <div role="status">
        <SectionMessage appearance="success" title={t('settings.start.live', { count: services.length })}>
          <p>{t('settings.start.liveText')}</p>
        </SectionMessage>
      </div>
      <h3 className={forms.heading}>{t('settings.start.address')}</h3>
      <Copied label={t('settings.start.address')} text={url} />
      <h3 className={forms.heading}>{t('settings.start.tell')}</h3>
      <Copied label={t('settings.start.tell')} text={words} isLong />
      <h3 className={forms.heading}>{t('settings.start.confluence')}</h3>
      <p>{t('settings.start.confluenceText')}</p>
      <h3 className={forms.heading}>{t('settings.start.next')}</h3>
      <ul>
        {services.map(({ id }) => (
          <li key={id}>
            <Link to={pageAddress('items', id)}>{nameOf(id, setup, department)}</Link>
          </li>
        ))}
      </ul>
      <div className={forms.actions}>
        <Button appearance="primary" onClick={onAgain}>
          {t('settings.start.again')}
        </Button>
        <Button appearance="subtle" onClick={onUndo}>
          {t('settings.start.undo')}
        </Button>
      </div>
    </>
  );
}

const nameOf = (id: string, setup: Setup, { items }: Department): string => {
  const template = items.find((each) => idIn(setup, each.id) === id);
  return template === undefined ? id : localized(template.name);
};

interface CopiedProps {
  readonly label: string;
  readonly text: string;
  /** Sentences, which have several lines. */
  readonly isLong?: boolean;
}

/** Text to take elsewhere. */
function Copied({ label, text, isLong = false }: CopiedProps) {
  const [copied, setCopied] = useState(false);
  const line = useRef<HTMLInputElement>(null);
  const lines = useRef<HTMLTextAreaElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // A browser that does not let it: what is selected can be copied by hand.
      (lines.current ?? line.current)?.select();
    }
  };
  return (
    <div className={forms.row}>
      <span className={forms.grow}>
        {isLong ? (
          <TextArea
            ref={lines}
            isReadOnly
            aria-label={label}
            value={text}
            minimumRows={3}
            resize="vertical"
          />
        ) : (
          <Textfield ref={line} isReadOnly aria-label={label} value={text} />
        )}
      </span>
      <Button onClick={() => void copy()}>{t('settings.start.copy')}</Button>
      <span role="status">{copied && t('settings.start.copied')}</span>
    </div>
  );
}
