import { html, LitElement, nothing } from 'lit';
import { assign, createActor, createMachine, fromPromise } from 'xstate';
// One look for both, so that only the way in which the form is made differs.
import { accessStyles } from '../../../packages/elements/src/access/access.styles.ts';
import { fields } from '../../../packages/elements/src/controls/field.styles.ts';
import { eyeIcon } from '../../../packages/elements/src/kit/icons.parts.ts';
import { tokens } from '../../../packages/elements/src/kit/tokens.styles.ts';

const isMissing = ({ event }) => event.name === '' || event.password === '';
const submit = [{ guard: isMissing, target: 'missing' }, { target: 'verifying' }];

/** What a host would write by hand for this one page: the same fields, states and texts, one language, no kit and no session. */
const machine = createMachine({
  initial: 'idle',
  context: { credentials: null, attemptsLeft: null },
  states: {
    idle: { on: { submit } },
    missing: { on: { submit } },
    failed: { on: { submit } },
    verifying: {
      entry: assign({ credentials: ({ event: { name, password } }) => ({ name, password }) }),
      invoke: {
        src: fromPromise(async ({ input }) => {
          bench.submitted(input);
          return 3;
        }),
        input: ({ context }) => context.credentials,
        onDone: { target: 'failed', actions: assign({ attemptsLeft: ({ event }) => event.output }) },
        onError: 'failed',
      },
      on: { cancel: 'idle' },
    },
  },
});

class LimitSignIn extends LitElement {
  static properties = { snapshot: { state: true }, isShown: { state: true } };
  static styles = [tokens, fields, accessStyles];

  constructor() {
    super();
    this.isShown = false;
    this.actor = createActor(machine);
    this.snapshot = this.actor.getSnapshot();
    this.actor.subscribe((snapshot) => (this.snapshot = snapshot));
    this.actor.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.actor.stop();
  }

  render() {
    const { context } = this.snapshot;
    const isBusy = this.snapshot.matches('verifying');
    const error = this.snapshot.matches('missing') ? html`<p class="field-error" id="error">Enter this.</p>` : nothing;
    return html`
      <form novalidate aria-busy=${isBusy} @submit=${this.submit}>
        <h2>Sign in</h2>
        <div role="alert" id="notice">
          ${context.attemptsLeft === null ? nothing : html`<div class="notice danger"><p>Not right. ${context.attemptsLeft} tries left.</p></div>`}
        </div>
        <div class="field">
          <label for="name">User name</label>
          <div class="control"><input id="name" autocomplete="username" dir="auto" required /></div>
          ${error}
        </div>
        <div class="field">
          <label for="password">Password</label>
          <div class="control">
            <input id="password" type=${this.isShown ? 'text' : 'password'} autocomplete="current-password" required /><button
              class="reveal"
              type="button"
              @click=${() => (this.isShown = !this.isShown)}
            >
              ${eyeIcon()}<span class="visually-hidden">Show password</span>
            </button>
          </div>
          ${error}
        </div>
        <div class="submit">
          <button class="primary" type="submit" aria-disabled=${isBusy}>${isBusy ? 'Checking' : 'Sign in'}</button>
          ${isBusy ? html`<button type="button" @click=${() => this.actor.send({ type: 'cancel' })}>Cancel</button>` : nothing}
        </div>
        <div class="ways actions" role="group" aria-labelledby="forgot">
          <span id="forgot">Forgot your password?</span><button type="button" class="quiet">Get a link by e-mail</button>
        </div>
      </form>
    `;
  }

  submit(event) {
    event.preventDefault();
    const [name, password] = ['name', 'password'].map((id) => this.renderRoot.querySelector(`#${id}`).value);
    this.actor.send({ type: 'submit', name, password });
  }
}
customElements.define('limit-sign-in', LimitSignIn);
document.body.append(document.createElement('limit-sign-in'));
