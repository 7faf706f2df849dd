import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Setup } from '../../../src/catalog/domain/setup';
import { viewer } from '../../shared/context';
import forms from '../../kit/forms.module.css';
import { localized, t } from '../../shared/i18n';
import { pageAddress } from '../addresses';
import { Copied } from '../shared/copied';
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

/** It is published: where people find it, and how to tell them. The keyboard goes on here. */
export function GoLive({ setup, department, portalPath, onAgain, onUndo }: Props) {
  const services = setup.made.filter(({ section }) => section === 'item');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const url = `${viewer().siteUrl.replace(/\/$/, '')}${portalPath}/catalog`;
  const words = t('settings.start.announcement', { department: localized(department.name), url });
  return (
    <>
      <h2 ref={title} tabIndex={-1} className={forms.title}>
        {t('settings.start.live', { count: services.length })}
      </h2>
      <SectionMessage appearance="success">
        <p>{t('settings.start.liveText')}</p>
      </SectionMessage>
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
