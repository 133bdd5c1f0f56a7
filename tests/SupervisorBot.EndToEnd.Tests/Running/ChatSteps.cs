using SupervisorBot.ConnectorSimulator.Cards;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.EndToEnd.Tests.Running;

/// <summary>What a person does in a chat on the way to an interception.</summary>
internal static class ChatSteps
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static string Words(this ThreadMessage message) =>
        message.Card is { } card ? CardReader.Words(card) : message.Text ?? "";

    public static string Words(this ChatAnswer answer) => answer.Card is { } card ? CardReader.Words(card) : answer.Text ?? "";

    /// <summary>Says something and expects the endpoint to take it.</summary>
    public static async Task TellAsync(this ChatClient chat, string text) => Assert.Equal(200, (await chat.SayAsync(text, Stop)).Status);

    public static async Task SignInAsync(this ChatClient chat)
    {
        await chat.TellAsync("/signin");
        await chat.WaitForTextAsync("✔ Signed in");
    }

    public static async Task ListenAsync(this ChatClient chat, int workNo = BotUnderTest.Agent)
    {
        await chat.TellAsync($"/listen {workNo}");
        await chat.WaitForTextAsync("You are on the call: nobody hears you.");
    }

    /// <summary>Asks for a call by its id and waits for the confirmation.</summary>
    public static async Task<ThreadMessage> AskToInterceptAsync(this ChatClient chat, string callId, int workNo = BotUnderTest.Agent)
    {
        await chat.TellAsync($"/intercept {workNo} {callId}");
        return await chat.ConfirmationAsync();
    }

    public static Task<ThreadMessage> ConfirmationAsync(this ChatClient chat) => chat.WaitForTextAsync("Take this call over?");

    /// <summary>The state of a message after edits and presses.</summary>
    public static ThreadMessage Now(this ChatClient chat, ThreadMessage message) => chat.Messages.Single(m => m.Id == message.Id);

    /// <summary>Waits until a given message says something.</summary>
    public static Task<ThreadMessage> WaitForAsync(this ChatClient chat, ThreadMessage message, string words) =>
        chat.WaitForAsync(m => m.Id == message.Id && m.Words().Contains(words, StringComparison.Ordinal));

    /// <summary>Waits until an edit, not only the answer to a press, has brought a message to say something.</summary>
    public static Task<ThreadMessage> WaitForEditAsync(this ChatClient chat, ThreadMessage message, string words, TimeSpan? limit = null) =>
        chat.WaitForAsync(m => m.Id == message.Id && m.PaintedCard is null && m.Words().Contains(words, StringComparison.Ordinal), limit);

    /// <summary>Waits for a text post, which a card is not.</summary>
    public static Task<ThreadMessage> WaitForPostAsync(this ChatClient chat, string words) =>
        chat.WaitForAsync(m => m.Text?.Contains(words, StringComparison.Ordinal) == true);
}
