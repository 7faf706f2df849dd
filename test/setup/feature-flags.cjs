module.exports = { fg: () => false };
