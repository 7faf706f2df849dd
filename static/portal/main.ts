import { enableTheme, loadViewer } from '../shared/context';
import { languageOf } from '../../src/kernel/text';
import { beginHistory } from '../kit/address/page-history';
import { sharedTexts } from '../shared/texts';
import { beginHome } from './home-data';
import { portalTexts } from './texts';

// All that the product and the app are asked for at the start is on its way before the screen itself is here.
beginHome();
void loadViewer().catch(() => undefined);
void enableTheme().catch(() => undefined);
beginHistory();
// The browser's language is most people's in the product too; the other's words are loaded when it is known.
const likely = languageOf(navigator.language) === 'ru' ? 'ru' : 'en';
for (const texts of [sharedTexts, portalTexts]) void texts[likely]().catch(() => undefined);
void import('./screen');
