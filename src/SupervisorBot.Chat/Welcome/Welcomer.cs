using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Admission;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Welcome;

/// <summary>
/// Says what to type when the bot comes into a conversation: once, although a channel tells it twice (<c>installationUpdate</c> and
/// <c>conversationUpdate</c>, in any order) and clients may repeat both. Other people coming in are not greeted.
/// </summary>
internal sealed class Welcomer(Gate gate, IWelcomeStore welcomed, IPersonalChatStore chats, Answers answers)
{
    private static readonly CommandInfo[] s_examples = [CommandTable.SignIn, CommandTable.Agents, CommandTable.Intercept];

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
            await answers.SayAsync(turn, Card(turn.Conversation.IsPersonal), cancellationToken);
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

    public static CardContent Card(bool isPersonal) => new CardBuilder("welcome", WelcomeTexts.Title, WelcomeTexts.Subtitle)
        .Line(WelcomeTexts.First)
        .With("examples", Json.Array(s_examples, Example))
        .Note(isPersonal ? null : WelcomeTexts.InAGroup)
        .Action(new CardAction(WelcomeTexts.Help, WelcomeTexts.HelpTip, Verbs.Help))
        .Build();

    private static JsonObject Example(CommandInfo command) => new() { ["command"] = $"/{command.Name}", ["text"] = CommandTexts.Description(command) };
}
