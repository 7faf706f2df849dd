module.exports = { isReactCompilerActivePlatform: () => false };
