import type { AppManifest } from './manifest/types';

/** The one installation of the app on the site. Fixed, so that a rebuilt site has the same ids. */
export const CLOUD_ID = 'c10d0000-0000-4000-8000-000000000000';
export const INSTALLATION_ID = 'a1b2c3d4-0000-4000-8000-000000000001';
export const ENVIRONMENT_ID = 'e5f6a7b8-0000-4000-8000-000000000002';
export const APP_VERSION = '1.0.0';

/** The last part of the app's ARI: what the SDK calls the app's id. */
export function plainAppId(manifest: AppManifest): string {
  return manifest.appId.split('/').at(-1) ?? manifest.appId;
}

/** How the platform addresses a module of this installation; Jira names the app's permissions so. */
export function moduleAri(manifest: AppManifest, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${plainAppId(manifest)}/${ENVIRONMENT_ID}/static/${moduleKey}`;
}
