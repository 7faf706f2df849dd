import getThemeStyles from '@atlaskit/tokens/get-theme-styles';

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
