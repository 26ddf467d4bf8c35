// The way from the tasks to the list of all requests.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

export default {
  id: 'syncgate-requests',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,
  render: container => {
    const link = document.createElement('a');
    link.href = `${root}/requests`;
    link.textContent = 'Requests';
    link.title = 'All deployment requests';
    container.append(link);
  }
};
