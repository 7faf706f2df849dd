/** What is wrong with the form of a definition, as a problem with a code. */
import { malformed as malformedOf, type Misfit } from '../../../../kernel/malformed';
import { isProblemCode, type Problem } from './problem';

/** A part of a definition that isn't what it should be. */
export const malformed = (misfit: Misfit): Problem => malformedOf(misfit, isProblemCode);
