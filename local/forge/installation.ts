import type { AppManifest } from './manifest/model';

/** What tells one installation of the app from another: the site it is on and its own id. */
export interface InstallationIds {
  readonly cloudId: string;
  readonly installationId: string;
}

/** The installation of a site that stands alone. Fixed, so that a rebuilt site has the same ids. */
export const FIRST_INSTALLATION: InstallationIds = {
  cloudId: 'c10d0000-0000-4000-8000-000000000000',
  installationId: 'a1b2c3d4-0000-4000-8000-000000000001',
};

/** The installation of a site beside another one, served by the same processes. */
export const SECOND_INSTALLATION: InstallationIds = {
  cloudId: 'c10d0000-0000-4000-8000-000000000002',
  installationId: 'a1b2c3d4-0000-4000-8000-000000000003',
};

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
