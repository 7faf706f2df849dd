import { mountSurface } from '../shared/mount';
import { SettingsApp } from './app';
import { findingTexts, settingsTexts } from './texts';

void mountSurface({
  title: 'settings.title',
  texts: [settingsTexts, findingTexts],
  render: () => <SettingsApp />,
});
