/** The version in package.json; a test keeps them equal. */
export const LIBRARY_VERSION = '0.1.0';
