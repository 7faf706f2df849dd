import { NavigationTarget, router } from '@forge/bridge';

/** Goes to an item's form in the catalog beside Confluence. The product appends the path to the module's as it is. */
export const openItem = (itemId: string): Promise<void> =>
  router.navigate({
    target: NavigationTarget.Module,
    moduleKey: 'pledge-confluence-portal',
    path: `/catalog/item/${encodeURIComponent(itemId)}`,
  });
