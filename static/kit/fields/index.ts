/** Forms from tables of rows over a plain value. */
export * from './controls';
export * from './field';
export * from './fields';
export * from './row-list';
export * from './setting-rows';
