import * as v from 'valibot';
import { viewer } from '../../shared/context';
import { placeSchema } from '../data/issue';

const asked = v.object({ modal: v.object({ ...placeSchema.entries, metricId: v.string() }) });

/** Of which work item and which SLA the panel asked, as it told the dialog. */
export const askedHere = () => v.parse(asked, viewer().extension).modal;
