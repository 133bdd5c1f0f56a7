// An inspector takes calls over in a real chat client.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChannelThread, GroupChat, PersonalChat } from './chats.mjs';
import { chooseCall, pictured, signIn, signOut, stage, takePicture } from './stage.mjs';

const interceptPath = '/_conversation/v1/invoke';

describe('Intercepting from the chat', () => {
  const on = stage();

  for (const [name, Kind, workNo] of [['personal chat', PersonalChat, 2003], ['group chat', GroupChat, 2005], ['channel', ChannelThread, 2007]]) {
    it(`takes a call over from a ${name}, and tells the talk to its end`, async () => {
      const { active } = await on.centre.startTwoCalls(workNo);
      await on.inChat(Kind, async (chat) => {
        await signIn(chat);
        await chat.say('/agents');
        await (await chat.seeCard(`Work number ${workNo}`)).getByText('In a call').first().waitFor();
        const confirmation = await chooseCall(chat, workNo, active);
        await confirmation.getByText('WILL HEAR YOU').waitFor();
        await takePicture(chat, `${pictured(Kind)}confirmation.png`, 830, confirmation.getByRole('button', { name: 'Cancel', exact: true }));
        assert.deepEqual(await on.centre.intercepts(), []);

        await chat.press(confirmation, 'Intercept now');
        await chat.seeCard('Taking over the call of');
        await chat.seeCard('✔ Call taken over');
        await chat.seeCard('talks with the customer');
        await chat.say('/hangup now');
        await chat.seePost(/hung up\. The talk with the customer .* lasted /);
        await takePicture(chat, `${pictured(Kind)}thread.png`, 1320, chat.scope.getByText(' lasted ').last());
        await signOut(chat);
        assert.deepEqual(await on.centre.intercepts(), [`PUT ${workNo}/${active} 0`]);
      });
    });
  }

  it('takes a call over once when the button is pressed twice and the press is delivered again', async () => {
    const workNo = 2009;
    const { active } = await on.centre.startTwoCalls(workNo);
    await on.inChat(PersonalChat, async (chat) => {
      await signIn(chat);
      const confirmation = await chooseCall(chat, workNo, active);
      const pressed = chat.page.waitForRequest((request) => request.url().endsWith(interceptPath) && request.postData().includes('intercept.confirm'));
      await confirmation.getByRole('button', { name: 'Intercept now', exact: true }).dblclick();
      const request = await pressed;
      await chat.seeCard('✔ Call taken over');
      await chat.seeCard('talks with the customer');

      const again = await fetch(request.url(), { method: 'POST', headers: { 'content-type': 'application/json' }, body: request.postData() });
      assert.match(await again.text(), /Call taken over/);
      await chat.say('/hangup now');
      await chat.seePost(/hung up\. The talk/);
      await signOut(chat);
      assert.deepEqual(await on.centre.intercepts(), [`PUT ${workNo}/${active} 0`]);
    });
  });
});

describe('A confirmation that nobody presses', () => {
  const on = stage('--Interception:ConfirmationLifetime=00:00:05');

  it('expires: its card says so, offers no press any more, and a late press does nothing', async () => {
    const workNo = 2003;
    const { active } = await on.centre.startTwoCalls(workNo);
    await on.inChat(PersonalChat, async (chat) => {
      await signIn(chat);
      await chooseCall(chat, workNo, active);
      const expired = await chat.seeCard('Expired: nothing was done');
      assert.equal(await expired.getByRole('button', { name: 'Intercept now', exact: true }).count(), 0);
      await signOut(chat);
      assert.deepEqual(await on.centre.intercepts(), []);
    });
  });
});

describe('An interception that needs a reason and somebody else’s approval', () => {
  const on = stage('--Interception:Approval=SecondInspector', '--Interception:Reason=Required', '--Interception:Reasons:0=The customer asks for a supervisor', '--Interception:Reasons:1=Complaint');

  it('asks for the reason, waits for an approval, takes none from whoever asked, and can be withdrawn', async () => {
    const workNo = 2005;
    const { active } = await on.centre.startTwoCalls(workNo);
    await on.inChat(GroupChat, async (chat) => {
      await signIn(chat);
      const confirmation = await chooseCall(chat, workNo, active);
      await confirmation.getByText('another inspector has to approve it').waitFor();

      await chat.press(confirmation, 'Intercept now');
      await confirmation.getByText('Choose or type a reason first').waitFor();
      await takePicture(chat, 'reason.png', 1000, confirmation.getByRole('button', { name: 'Cancel', exact: true }));
      await confirmation.getByRole('combobox', { name: 'Why do you take this call over?' }).click();
      await chat.page.getByRole('option', { name: 'The customer asks for a supervisor' }).click();
      await chat.press(confirmation, 'Intercept now');

      const waiting = await chat.seeCard('Waiting for approval: nothing was done yet');
      await waiting.getByText('The customer asks for a supervisor').waitFor();
      await takePicture(chat, 'approval.png', 1000, waiting.getByRole('button', { name: 'Cancel', exact: true }));
      const answered = chat.page.waitForResponse((response) => response.url().endsWith(interceptPath) && response.request().postData().includes('approval.approve'));
      await chat.press(waiting, 'Approve');
      assert.match(await (await answered).text(), /somebody else has to approve it/);

      await chat.press(waiting, 'Cancel');
      await chat.seeCard('Cancelled: nothing was done');
      await signOut(chat);
      assert.deepEqual(await on.centre.intercepts(), []);
    });
  });
});
