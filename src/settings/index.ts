/** What the entry points may ask of the settings. */
export { auditLog } from './audit-log';
export { seenEntries } from './seen-entries';
export { exportConfig } from './export-config';
export { health, type HealthPorts } from './health';
export { importConfig, type ImportPorts } from './import-config';
