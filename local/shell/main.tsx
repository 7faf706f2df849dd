import { createRoot } from 'react-dom/client';
import './styles/base.css';
import './styles/chrome.css';
import './styles/content.css';
import './styles/inspector.css';
import { App } from './app';
import { SiteProvider } from './lib/site';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <SiteProvider>
      <App />
    </SiteProvider>,
  );
}
