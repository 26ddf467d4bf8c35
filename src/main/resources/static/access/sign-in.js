// Fills in the name of the person who is chosen from the list; the password stays theirs to type.
for (const button of document.querySelectorAll('button[data-user]')) {
  button.addEventListener('click', () => {
    document.getElementById('username').value = button.dataset.user;
    document.getElementById('password').focus();
  });
}
