/** Random tests are the same everywhere; `FC_SEED` tries other values. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_123) });
