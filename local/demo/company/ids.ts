import ids from './ids.json';

/** Ids the products give out for the demo company, fixed so that its configuration can name them. */
export const { PROJECTS, STATUS, TYPE, PRIORITY, RESOLUTION, FIELD, LOCATION, DEPARTMENT, GROUP } = ids;
