export default {
  app: { vendor: 'Syncgate', name: 'Tasklist' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  customScripts: ['../../../access/webapps', '../../../access/requests-link'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the chosen task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first filter' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task of the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first field of the form' },
    startProcess: { key: 'ctrl+alt+p', description: 'starts a process' }
  }
};
