export default {
  app: { vendor: 'Syncgate', name: 'Cockpit' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  customScripts: ['../../../access/webapps']
};
