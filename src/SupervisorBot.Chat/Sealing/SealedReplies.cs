using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.Chat.Sealing;

/// <summary>Answers to a turn whose buttons are sealed on their way out.</summary>
internal sealed class SealedReplies(IReplySink replies, ConversationReference conversation, PressSeals seals) : IReplySink
{
    public async Task<SentActivity> SendAsync(Activity reply, CancellationToken ct) => await replies.SendAsync(await seals.SealAsync(reply, conversation, ct), ct);
}
