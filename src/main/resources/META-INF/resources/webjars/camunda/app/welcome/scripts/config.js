export default {
  app: { vendor: 'Syncgate', name: 'Welcome' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  customScripts: ['../../../access/webapps']
};
