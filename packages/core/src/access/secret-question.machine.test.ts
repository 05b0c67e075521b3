import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import { ended, walk } from '../../../../test/kit/chart-walk.ts';
import { faults, unhandledDuring } from '../../../../test/kit/faulty-port.ts';
import { countedIds, settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accepted, PortError, refused, type CommandAnswer } from '../kernel/index.ts';
import type { QuestionRefusal } from './access.port.ts';
import { secretQuestionMachine } from './secret-question.machine.ts';
import { secretQuestionFirstView, secretQuestionView } from './secret-question.view.ts';

type Told = CommandAnswer<null, QuestionRefusal> | Error;

const submitted = { type: 'question.submitted', answer: 'A Canal Boat', password: 'a kettle of fish' } as const;
const answerIssues = ['answer-missing', 'answer-too-short', 'answer-too-long'] as const;

function start(says: readonly Told[], save?: (signal?: AbortSignal) => Promise<never>) {
  const clock = simulatedClock();
  const calls: { readonly asked: object; readonly commandId: string }[] = [];
  const say = async (asked: object, { commandId }: { commandId: string }) => {
    calls.push({ asked, commandId });
    const answer = says[Math.min(calls.length, says.length) - 1]!;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const setSecretQuestion = save ? (_: object, { signal }: { signal?: AbortSignal }) => save(signal) : say;
  const actor = createActor(secretQuestionMachine, { input: { access: { setSecretQuestion }, ids: countedIds(), clock } });
  actor.start();
  return { actor, clock, calls, view: () => secretQuestionView(actor.getSnapshot()) };
}

suite('own secret question', () => {
  test('N5 sends question, answer and password once, keeps neither answer nor password after, and begins anew', async () => {
    const { actor, calls, view } = start([accepted(null)]);
    assert.deepEqual(view(), secretQuestionFirstView);
    actor.send({ type: 'question.chosen', question: 'of my own' as 'first-street' });
    actor.send({ type: 'question.chosen', question: 'first-street' });
    actor.send(submitted);
    actor.send(submitted);
    await settled();
    const { answer, password } = submitted;
    assert.deepEqual(calls, [{ asked: { question: 'first-street', answer, password }, commandId: 'id-1' }]);
    assert.deepEqual([view().state, view().notice, view().focus], ['done', 'secret-question.done', 'question-notice']);
    assert.ok(!/Canal|kettle/.test(JSON.stringify(actor.getSnapshot().context)));
    actor.send({ type: 'question.restarted' });
    assert.deepEqual([view().state, view().notice, view().focus], ['editing', null, 'question']);
  });

  for (const [answer, issue] of [
    ['  ', 'answer-missing'],
    ['ab ', 'answer-too-short'],
    ['x'.repeat(200), 'answer-too-long'],
  ] as const)
    test(`N5 ${issue} asks the backend nothing, and keeps nothing of what was typed`, () => {
      const { actor, calls, view } = start([accepted(null)]);
      actor.send({ ...submitted, answer });
      assert.deepEqual([view().answerError, view().focus, calls.length], [`secret-question.${issue}`, 'answer', 0]);
      assert.ok(!JSON.stringify(actor.getSnapshot().context).includes('kettle'));
    });

  test('N5 nothing is sent without the password', () => {
    const { actor, calls, view } = start([accepted(null)]);
    actor.send({ ...submitted, password: '' });
    assert.deepEqual([view().passwordError, view().focus, calls.length], ['secret-question.passwordMissing', 'password', 0]);
  });

  test('N4 N5 a wrong password tells the tries that are left, the last one locks', async () => {
    const { actor, view } = start([refused('password-not-valid', { attemptsLeft: 2 }), refused('locked')]);
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().passwordError, view().attemptsLeft, view().focus], ['secret-question.passwordWrong', 2, 'password']);
    assert.equal(actor.getSnapshot().context.given, null);
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().state, view().notice], ['locked', 'secret-question.locked']);
    actor.send(submitted);
    assert.equal(view().state, 'locked');
  });

  test('N5 what the backend finds wrong with the answer is told at its field; a foreign answer ends in a named state', async () => {
    const { actor, view } = start([refused('answer-too-short'), refused('payload-differs' as never)]);
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().answerError, view().passwordError], ['secret-question.answer-too-short', null]);
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().state, view().notice, view().code], ['editing', 'secret-question.unavailable', 'internal']);
  });

  test('T23 trying again is the same command, the form sent anew another', async () => {
    const { actor, calls, view } = start([new PortError('offline'), { status: 'unknown' }, new PortError('timeout'), accepted(null)]);
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().notice, view().code], ['secret-question.offline', 'offline']);
    for (let n = 0; n < 2; n += 1) {
      actor.send({ type: 'question.retried' });
      await settled();
    }
    assert.equal(view().state, 'failed');
    actor.send(submitted);
    await settled();
    assert.equal(view().state, 'done');
    assert.deepEqual(
      calls.map(({ commandId }) => commandId),
      ['id-1', 'id-1', 'id-1', 'id-2'],
    );
  });

  for (const { name, code, call } of faults) {
    test(`F17 ends in a named state with a port that ${name}`, async () => {
      const unhandled = await unhandledDuring(async () => {
        const { actor, view, clock } = start([], (signal) => call(signal) as Promise<never>);
        actor.send(submitted);
        await clock.pass(60_000);
        assert.deepEqual([view().notice !== null, view().code], [true, code]);
        actor.stop();
      });
      assert.deepEqual(unhandled, []);
    });
  }

  test('every transition is walked', () => {
    const input = { access: {}, ids: countedIds(), clock: simulatedClock() };
    const answers = [
      accepted(null),
      refused('locked'),
      ...[...answerIssues, 'password-not-valid'].map((code) => refused(code)),
      refused('else'),
    ];
    const events = [
      ...[submitted, { ...submitted, answer: '' }, { ...submitted, password: '' }],
      ...[
        { type: 'question.chosen', question: 'first-street' },
        { type: 'question.chosen', question: 'else' },
      ],
      ...[{ type: 'question.retried' }, { type: 'question.restarted' }],
      ...answers.map((output) => ended(secretQuestionMachine, 'save', { output })),
      ended(secretQuestionMachine, 'save', { error: new Error() }),
    ];
    const identity = ({ value, context }: { value: unknown; context: object }) =>
      JSON.stringify([value, Object.entries(context).filter(([key]) => /Issue|question$/.test(key))]);
    assert.deepEqual(walk(secretQuestionMachine, { input, events: events as never, identity: identity as never }).untaken, []);
  });
});
