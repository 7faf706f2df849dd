import type * as objects from '../../platform/object-store';

/** The store of objects, handed in at the edge. */
export type ObjectPorts = Pick<
  typeof objects,
  'downloadUrl' | 'objectInfo' | 'readObject' | 'removeObject' | 'uploadUrl' | 'writeObject'
>;
