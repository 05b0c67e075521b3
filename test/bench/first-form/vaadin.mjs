import '@vaadin/login/vaadin-login-form.js';

const form = document.createElement('vaadin-login-form');
form.addEventListener('login', ({ detail }) => bench.submitted({ name: detail.username, password: detail.password }));
document.body.append(form);
