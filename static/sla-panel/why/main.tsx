import { mountSurface } from '../../shared/mount';
import { slaTexts } from '../texts';
import { askedHere } from './asked';
import { WhyDialog } from './why-dialog';

void mountSurface({ title: 'sla.title', texts: [slaTexts], render: () => <WhyDialog {...askedHere()} /> });
