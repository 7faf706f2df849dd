import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Glyph } from '../../shared/glyph';
import { NewTabLink } from '../../shared/new-tab-link';
import articles from '../reader/article-list.module.css';
import tile from '../home/item-tile.module.css';
import forms from '../../kit/forms.module.css';
import styles from './result.module.css';

interface Props {
  readonly icon: string;
  readonly name: ReactNode;
  /** What else is known of it, in one line. */
  readonly note: ReactNode;
  /** What opening it does. */
  readonly action: string;
  /** A page of the portal, an address of the site, or what is done here. */
  readonly opens: { readonly to: string } | { readonly url: string } | { readonly run: () => void };
}

/** One thing that was found, whatever it is: what it is called, and what can be done with it. */
export const Result = ({ icon, name, note, action, opens }: Props) => (
  <li className={tile.tile}>
    <span className={tile.icon}>
      <Glyph name={icon} />
    </span>
    <span className={tile.words}>
      {'to' in opens && (
        <Link to={opens.to} className={tile.name} data-result>
          {name}
        </Link>
      )}
      {'url' in opens && (
        <NewTabLink url={opens.url} className={tile.name} data-result>
          {name}
        </NewTabLink>
      )}
      {'run' in opens && (
        <button type="button" className={`${articles.title} ${tile.name}`} data-result onClick={opens.run}>
          {name}
        </button>
      )}
      <span className={tile.summary}>{note}</span>
    </span>
    <span className={`${forms.note} ${styles.action}`}>{action}</span>
  </li>
);
