// The webapps have a sign-in of their own, which nobody can use here. Wherever one would show it, because the session
// has ended or after signing out, go to Syncgate's instead.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

const leaveForSignIn = app => ({
  id: 'syncgate-sign-in',
  pluginPoint: `${app}.login`,
  priority: 1000,
  render: () => window.location.replace(`${root}/login`)
});

export default ['tasklist', 'cockpit', 'welcome'].map(leaveForSignIn);
