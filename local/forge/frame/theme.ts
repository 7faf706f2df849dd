import getThemeStyles from '@atlaskit/tokens/get-theme-styles';

/** Outside Atlassian's products the tokens' feature flags have nobody to ask; told so, they stay quiet and off. */
Object.assign(globalThis, {
  __PLATFORM_FEATURE_FLAGS__: { earlyResolvedFlags: new Map(), booleanResolver: () => false },
});

let made: Promise<string> | undefined;

/** The design tokens as CSS, as the products put them into the app's pages. */
export function themeCss(): Promise<string> {
  made ??= getThemeStyles({
    light: 'light',
    dark: 'dark',
    spacing: 'spacing',
    typography: 'typography',
    shape: 'shape',
    motion: 'motion',
    colorMode: 'auto',
  }).then((styles) => styles.map((style) => style.css).join('\n'));
  return made;
}
