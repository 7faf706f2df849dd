import { mountSurface } from '../shared/mount';
import { SettingsApp } from './app';
import { settingsTexts } from './texts';

void mountSurface({
  title: 'settings.title',
  texts: [settingsTexts],
  render: () => <SettingsApp />,
});
