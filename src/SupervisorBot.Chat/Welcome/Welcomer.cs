using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Admission;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.State;

namespace SupervisorBot.Chat.Welcome;

/// <summary>
/// Says what to type when the bot comes into a conversation: once, although a channel tells it twice (<c>installationUpdate</c> and
/// <c>conversationUpdate</c>, in any order) and clients may repeat both. Other people coming in are not greeted.
/// </summary>
internal sealed class Welcomer(Gate gate, IWelcomeStore welcomed, IPersonalChatStore chats, Answers answers)
{
    public async Task HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (!gate.IsOfAllowedTenant(turn))
        {
            return;
        }

        var conversation = turn.Conversation.ConversationId;
        if (IsRemoved(turn.Activity))
        {
            await welcomed.RemoveAsync(conversation, cancellationToken);
            if (turn.Conversation.IsPersonal && turn.Activity.From?.Id is { Length: > 0 } person)
            {
                await chats.RemoveAsync(person, cancellationToken);
            }
        }
        else if (IsAdded(turn.Activity) && await welcomed.TryAddAsync(conversation, cancellationToken))
        {
            await answers.SayAsync(turn, WelcomeCards.OnArrival(turn.Conversation.IsPersonal), cancellationToken);
        }
    }

    private static bool IsAdded(Activity activity) => activity.Type == ActivityTypes.InstallationUpdate
        ? activity.Action is "add" or "add-upgrade"
        : Names(activity.MembersAdded, activity);

    public static bool IsRemoved(Activity activity) => activity.Type == ActivityTypes.InstallationUpdate
        ? activity.Action is "remove" or "remove-upgrade"
        : Names(activity.MembersRemoved, activity);

    private static bool Names(IReadOnlyList<ChannelAccount>? members, Activity activity) =>
        activity.Recipient?.Id is { Length: > 0 } bot && members is not null && members.Any(member => member.Id == bot);
}
