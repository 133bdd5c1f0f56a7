// A supervisor's desk in a real chat client: the board, the own call, agents' states, alerts, the history and the languages.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GroupChat, PersonalChat } from './chats.mjs';
import { pictured, signIn, signOut, stage, takePicture } from './stage.mjs';

const mayAll = '--Inspectors:0:Permissions=All';

describe('The live board', () => {
  const on = stage('--Board:Interval=00:00:03');

  for (const [name, Kind, workNo, other] of [['personal chat', PersonalChat, 2003, 2004], ['group chat', GroupChat, 2005, 2006]]) {
    it(`keeps itself up to date in a ${name} until it is stopped`, async () => {
      await on.centre.startTwoCalls(workNo);
      await on.inChat(Kind, async (chat) => {
        await signIn(chat);
        await chat.say('/board');
        const board = await chat.seeCard('Live board');
        await board.getByText(String(workNo)).first().waitFor();
        await board.getByText('on hold').first().waitFor();

        await on.centre.setState(other, 'Busy');
        const row = board.locator('.ac-columnSet, .ac-container').filter({ hasText: String(other) }).filter({ hasText: '■ Busy' });
        await row.first().waitFor();
        await takePicture(chat, `${pictured(Kind)}board.png`, 1900, board.getByRole('button', { name: 'Stop updating', exact: true }));

        await chat.press(board, 'Stop updating');
        await (await chat.seeCard('■ Stopped at')).getByRole('button', { name: 'Start again', exact: true }).waitFor();
        await signOut(chat);
      });
    });
  }
});

describe('The own call', () => {
  const on = stage();

  it('is one card from the listening to the hand-back, with what can be done at each moment', async () => {
    const workNo = 2003;
    const call = await on.centre.startCall(workNo, '12025550143');
    await on.inChat(PersonalChat, async (chat) => {
      await signIn(chat);
      await chat.say(`/listen ${workNo}`);
      const listening = await chat.seeCard('You are on the call');
      await listening.getByRole('button', { name: 'Intercept…', exact: true }).waitFor();
      await takePicture(chat, 'listening.png', 1000, listening.getByRole('button', { name: 'Leave (the call goes on)', exact: true }));
      await chat.press(listening, 'Intercept…');
      await chat.press(await chat.seeCard('Take this call over?'), 'Intercept now');
      await chat.seeCard('✔ Call taken over');

      const talk = await chat.seeCard('talks with the customer');
      await chat.press(talk, 'Hold');
      await (await chat.seeCard('On hold')).getByRole('button', { name: 'Take back', exact: true }).click();
      await chat.press(await chat.seeCard('talks with the customer'), 'Mute me');
      await (await chat.seeCard('Muted')).getByRole('button', { name: 'Unmute me', exact: true }).waitFor();
      await takePicture(chat, 'talk.png', 1500, chat.card('Muted').getByRole('button', { name: 'End the call…', exact: true }));
      await chat.card('Muted').getByRole('button', { name: 'Unmute me', exact: true }).click();

      await chat.press(await chat.seeCard('talks with the customer'), 'End the call…');
      const question = await chat.seeCard("End the customer's call?");
      await chat.press(question, 'Keep talking');
      await chat.seeCard('Nothing was done');

      await chat.card('talks with the customer').getByRole('button', { name: new RegExp(`^Hand back to agent ${workNo}$`) }).click();
      await chat.seePost(/transferred the customer .* to .* The talk lasted/);
      assert.equal((await on.centre.agent(workNo)).state, 'Talking');
      await signOut(chat);
      assert.deepEqual(await on.centre.intercepts(), [`PUT ${workNo}/${call} 0`]);
    });
  });
});

describe('Agents’ states, alerts and what was done', () => {
  const on = stage(mayAll, '--Watch:Interval=00:00:03');

  it('forces a state with a reason, and the history tells of it', async () => {
    const workNo = 2008;
    await on.inChat(PersonalChat, async (chat) => {
      await signIn(chat);
      await chat.say(`/force busy ${workNo}`);
      const question = await chat.seeCard('No calls come to this agent until');
      await chat.press(question, 'Make busy');
      await question.getByText('Give a reason.').waitFor();
      await takePicture(chat, 'force.png', 1000, question.getByRole('button', { name: 'Cancel', exact: true }));
      await question.getByRole('textbox').fill('Training');
      await chat.press(question, 'Make busy');
      await chat.seeCard(/was made busy/);
      assert.equal((await on.centre.agent(workNo)).state, 'Busy');

      await chat.say('/history');
      const history = await chat.seeCard('What you did');
      await history.getByText(/reason: Training/).waitFor();
      await takePicture(chat, 'history.png', 1300, history.getByText('Training').last());
      await signOut(chat);
    });
  });

  it('alerts a group chat of a long call once', async () => {
    const workNo = 2010;
    await on.inChat(GroupChat, async (chat) => {
      await signIn(chat);
      await chat.say('/watch call longer 10s');
      await chat.seeCard('Rule 1: a call longer than');
      await on.centre.startCall(workNo, '12025550199');
      const alert = await chat.seeCard('☎ Long call');
      await alert.getByRole('button', { name: 'Listen', exact: true }).waitFor();
      await takePicture(chat, 'GroupChat.alert.png', 1000, alert);
      await chat.say('/watch off all');
      await chat.seeCard('There are no rules.');
      assert.equal(await chat.scope.locator('.ac-adaptiveCard').filter({ hasText: '☎ Long call' }).count(), 1);
      await signOut(chat);
    });
  });
});

describe('Languages', () => {
  const on = stage();

  for (const [tag, help, agents, question] of [['ar', 'ما يمكنك كتابته', 'الموظفون', 'هل تتولى هذه المكالمة؟'], ['zh', '您可以输入的命令', '坐席', '要拦截此通话吗?']]) {
    it(`speaks ${tag} from the choice on`, async () => {
      const workNo = tag === 'ar' ? 2012 : 2014;
      const { active } = await on.centre.startTwoCalls(workNo);
      await on.inChat(PersonalChat, async (chat) => {
        await signIn(chat);
        await chat.say(`/language ${tag}`);
        await chat.say('/help');
        await chat.seeCard(help);
        await chat.say(`/agents ${workNo}`);
        await chat.seeCard(agents);
        await chat.say(`/intercept ${workNo} ${active}`);
        const confirmation = await chat.seeCard(question);
        await takePicture(chat, `${tag}.png`, 1500, confirmation.getByRole('button').last());
        await chat.say('/language auto');
        await chat.seePost('From now on I speak the language of your Teams');
        await signOut(chat);
      });
    });
  }
});
