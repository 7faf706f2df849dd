/** Builds the screens and the shell where their sources changed. */
import { ensureBuilt } from './lib/built.mjs';

ensureBuilt();
